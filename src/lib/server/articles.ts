import * as v from 'valibot';
import { causeHeadings } from '#lib/mechanism/causes.ts';
import { QuerySchema } from '#lib/search/query.ts';
import { cited, day, headingId, readContent, SourcesSchema } from './content.ts';
import { termFinder } from './glossary.ts';
import { markdown } from './markdown.ts';

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
	sources: SourcesSchema
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
	const { front, body } = readContent(text, FrontMatter, `article ${slug}`);
	const linked = cited(body, front.sources, `article ${slug}`);
	return { slug, ...front, html: withHeadingIds(markdown(linked, { linker: termFinder() })) };
}

/** `<h2>What to ask your doctor</h2>` → `<h2 id="what-to-ask-your-doctor">…`. */
function withHeadingIds(html: string): string {
	return html.replace(
		/<h2>(.*?)<\/h2>/g,
		(_, words: string) => `<h2 id="${headingId(words)}">${words}</h2>`
	);
}
