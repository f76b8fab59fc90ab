import * as v from 'valibot';
import { cited, day, headingId, readContent, SourcesSchema } from './content.ts';
import { termFinder } from './glossary.ts';
import { markdown } from './markdown.ts';

const FrontMatter = v.strictObject({
	title: v.string(),
	/** One or two sentences, for search engines and links. */
	lead: v.string(),
	revised: day,
	/** Two years after the last revision at the latest. */
	nextReview: day,
	sources: v.optional(SourcesSchema, {})
});

export interface Section {
	/** Made of the heading; part of links. */
	id: string;
	heading: string;
	html: string;
}

/** A page of text: an introduction, then sections under headings. */
export interface TextPage extends v.InferOutput<typeof FrontMatter> {
	intro: string;
	sections: Section[];
}

const files = import.meta.glob<string>('/src/content/pages/*.md', {
	query: '?raw',
	import: 'default',
	eager: true
});

const pages = new Map(
	Object.entries(files).map(([path, text]) => {
		const name = path.replace(/^.*\/|\.md$/g, '');
		return [name, readPage(name, text)];
	})
);

/** A page of `src/content/pages` by the name of its file. @throws if there is none */
export function textPage(name: string): TextPage {
	const page = pages.get(name);
	if (!page) throw new Error(`There is no page src/content/pages/${name}.md`);
	return page;
}

/**
 * Reads a page: front matter between two `---` lines, then Markdown in which `[KOO16, NA25]` names
 * the sources of the sentence before it and `## ` begins a section. Terms of the glossary become
 * links where they first stand.
 * @throws a sentence that names the page and what is wrong: bad front matter or an unknown source
 */
export function readPage(name: string, text: string): TextPage {
	const place = `page ${name}`;
	const { front, body } = readContent(text, FrontMatter, place);
	const linker = termFinder();
	const [intro = '', ...sections] = cited(body, front.sources, place).split(/^## /m);
	return {
		...front,
		intro: markdown(intro, { linker }),
		sections: sections.map((section) => {
			const [heading = '', ...lines] = section.split('\n');
			return { id: headingId(heading), heading, html: markdown(lines.join('\n'), { linker }) };
		})
	};
}
