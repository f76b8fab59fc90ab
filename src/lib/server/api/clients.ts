/** A whole client in ten lines at most: it walks through all pages of a search. */
export interface Client {
	id: 'curl' | 'python' | 'r';
	name: string;
	needs: string;
	code: string;
}

const search = '/api/v1/studies?mechanism=iron&size=100';

/** @param origin `https://host`: where this installation answers */
export function clients(origin: string): Client[] {
	const url = `${origin}${search}`;
	return [
		{
			id: 'curl',
			name: 'curl',
			needs: 'A shell with curl; nothing else to install.',
			code: `url='${url}'
while [ -n "$url" ]; do
  page=$(curl -sSf --retry 5 "$url") || break
  printf '%s\\n' "$page" | grep -o '"nctId":"NCT[0-9]*"' | cut -d '"' -f 4
  url=$(printf '%s\\n' "$page" | grep -o '"next":"[^"]*"' | cut -d '"' -f 4)
done`
		},
		{
			id: 'python',
			name: 'Python',
			needs: 'Python 3; only its standard library.',
			code: `import json, urllib.request

url = "${url}"
while url:
    with urllib.request.urlopen(url) as answer:
        page = json.load(answer)
    for study in page["studies"]:
        print(study["nctId"], study.get("status", "not stated"), study["title"], sep="\\t")
    url = page["links"].get("next")`
		},
		{
			id: 'r',
			name: 'R',
			needs: 'R with the package jsonlite.',
			code: `library(jsonlite)
url <- "${url}"
studies <- list()
while (!is.null(url)) {
  page <- fromJSON(url, simplifyVector = FALSE)
  studies <- c(studies, page$studies)
  url <- page$links[["next"]]
}
rows <- lapply(studies, function(s) data.frame(id = s$nctId, title = s$title))
print(do.call(rbind, rows))`
		}
	];
}
