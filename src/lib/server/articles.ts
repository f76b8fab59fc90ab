import * as v from 'valibot';
import { parse as parseYaml } from 'yaml';
import { mechanisms, type MechanismId } from '#lib/mechanism/taxonomy.ts';
import { markdown } from './markdown.ts';

const isMechanism = (id: string): id is MechanismId => Object.hasOwn(mechanisms, id);
const day = v.pipe(v.string(), v.isoDate());

const FrontMatter = v.object({
	title: v.string(),
	mechanism: v.pipe(v.string(), v.guard(isMechanism)),
	/** One or two sentences, shown beside lists of trials. */
	lead: v.string(),
	posted: day,
	revised: day,
	/** Two years after the last revision at the latest. */
	nextReview: day,
	sources: v.record(
		v.string(),
		v.object({ text: v.string(), url: v.optional(v.pipe(v.string(), v.url())) })
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

/** The articles on causes, as typed and rendered content. A damaged article stops the build's start. */
export const articles: Article[] = Object.entries(files).map(([path, text]) =>
	readArticle(path.replace(/^.*\/|\.md$/g, ''), text)
);

/**
 * Reads an article: front matter between two `---` lines, then Markdown in which `[KOO16, NA25]`
 * names the sources of the sentence before it.
 * @throws a sentence that names the article and what is wrong: bad front matter or an unknown source
 */
export function readArticle(slug: string, text: string): Article {
	const [, head = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text) ?? [];
	const result = v.safeParse(FrontMatter, parseYaml(head));
	if (!result.success)
		throw new Error(`The article ${slug} cannot be read: ${v.summarize(result.issues)}`);
	const numbers = new Map(Object.keys(result.output.sources).map((key, index) => [key, index + 1]));
	const cited = body.replace(/ ?\[([A-Z][A-Z0-9]*(?:, [A-Z][A-Z0-9]*)*)\]/g, (_, keys: string) =>
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
	return { slug, ...result.output, html: markdown(cited) };
}
