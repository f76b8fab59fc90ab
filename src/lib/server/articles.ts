import * as v from 'valibot';
import { parse as parseYaml } from 'yaml';
import { causeHeadings } from '#lib/mechanism/causes.ts';
import { QuerySchema } from '#lib/search/query.ts';
import { markdown } from './markdown.ts';

const day = v.pipe(v.string(), v.isoDate());
const { mechanism, suspect, related } = QuerySchema.entries;

const FrontMatter = v.strictObject({
	title: v.string(),
	/** A few words for cards and links. */
	name: v.string(),
	/** One or two sentences, shown beside lists of trials. */
	lead: v.string(),
	group: v.picklist(causeHeadings),
	/** Where it stands among the articles, from 1. */
	place: v.pipe(v.number(), v.integer(), v.minValue(1)),
	/** What to ask the finder for, to see the trials that belong to it. */
	trials: v.pipe(
		v.strictObject({ mechanism, suspect, related }),
		v.check((keys) => Object.values(keys).some((values) => values.length > 0), 'asks for nothing')
	),
	posted: day,
	revised: day,
	/** Two years after the last revision at the latest. */
	nextReview: day,
	sources: v.record(
		v.string(),
		v.strictObject({ text: v.string(), url: v.optional(v.pipe(v.string(), v.url())) })
	)
});

export interface Article extends v.InferOutput<typeof FrontMatter> {
	slug: string;
	html: string;
}

const files = import.meta.glob<string>('/src/content/*.md', {
	query: '?raw',
	import: 'default',
	eager: true
});

/** `[KOO16, NA25]` at the end of a sentence names its sources; `[–]` says that it needs none. */
const citation = / ?\[([A-Z][A-Z0-9]*(?:, [A-Z][A-Z0-9]*)*)\]/g;
const needsNone = / ?\[–\]/g;

/**
 * The articles on causes, typed, rendered and in their order. A damaged article stops the server
 * at its start.
 */
export const articles: Article[] = Object.entries(files)
	.map(([path, text]) => readArticle(path.replace(/^.*\/|\.md$/g, ''), text))
	.toSorted((a, b) => a.place - b.place);

/**
 * Reads an article: front matter between two `---` lines, then Markdown with sources named after
 * each sentence. Headings get ids, so that they can be linked to.
 * @throws a sentence that names the article and what is wrong: bad front matter or an unknown source
 */
export function readArticle(slug: string, text: string): Article {
	const [, head = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text) ?? [];
	const result = v.safeParse(FrontMatter, parseYaml(head));
	if (!result.success)
		throw new Error(`The article ${slug} cannot be read: ${v.summarize(result.issues)}`);
	const numbers = new Map(Object.keys(result.output.sources).map((key, index) => [key, index + 1]));
	const cited = body.replace(needsNone, '').replace(citation, (_, keys: string) =>
		keys
			.split(', ')
			.map((key) => {
				const number = numbers.get(key);
				if (number === undefined)
					throw new Error(`The article ${slug} cites ${key}, which is not among its sources`);
				return `[[${number}]](#source-${key.toLowerCase()})`;
			})
			.join('')
	);
	return { slug, ...result.output, html: withHeadingIds(markdown(cited)) };
}

/** `<h2>What to ask your doctor</h2>` → `<h2 id="what-to-ask-your-doctor">…`. */
function withHeadingIds(html: string): string {
	return html.replace(/<h2>(.*?)<\/h2>/g, (_, words: string) => {
		const id = words.toLowerCase().replace(/<[^>]*>|[^a-z0-9 ]/g, '');
		return `<h2 id="${id.trim().replace(/ +/g, '-')}">${words}</h2>`;
	});
}
