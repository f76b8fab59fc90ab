import { readdirSync, readFileSync } from 'node:fs';

const folder = new URL('../../src/content/', import.meta.url);

/** A sentence of an article, with what says where it comes from. */
export interface Sentence {
	/** As people read it: without citations, marker and emphasis. */
	text: string;
	/** The heading that it stands under; empty before the first. */
	section: string;
	/** Keys of its sources. */
	sources: string[];
	/** Marked `[–]`: it explains a word, points somewhere, or warns, and needs no source. */
	marked: boolean;
}

/** An article as its file says it. */
export interface ArticleText {
	slug: string;
	headings: string[];
	sentences: Sentence[];
}

/** All articles, read from their files, so that the tests see what the renderer takes away. */
export const articleTexts: ArticleText[] = readdirSync(folder)
	.filter((name) => name.endsWith('.md'))
	.map((name) => readText(name.replace(/\.md$/, ''), readFileSync(new URL(name, folder), 'utf8')));

/** The sentences and headings of an article's Markdown; each list item begins a new sentence. */
export function readText(slug: string, file: string): ArticleText {
	const body = file.replace(/^---\n[\s\S]*?\n---\n/, '');
	const headings: string[] = [];
	const sentences: Sentence[] = [];
	let section = '';
	for (const block of body.split(/\n{2,}|\n(?=- )/).map((text) => text.trim())) {
		const heading = /^#+ (.*)$/.exec(block)?.[1];
		if (heading !== undefined) headings.push((section = heading));
		else if (block !== '')
			for (const text of sentencesOf(block.replace(/^- /, ''))) sentences.push(read(text, section));
	}
	return { slug, headings, sentences };
}

/** Ends of sentences: a full stop, question or exclamation mark before white space and a capital. */
function sentencesOf(block: string): string[] {
	return block
		.replaceAll('**', '')
		.replace(/\s+/g, ' ')
		.split(/(?<=[.?!]”?) (?=[“A-Z])/);
}

function read(raw: string, section: string): Sentence {
	const cited = [...raw.matchAll(/\[([A-Z][A-Z0-9]*(?:, [A-Z][A-Z0-9]*)*)\]/g)];
	return {
		text: raw.replace(/ ?\[(?:–|[A-Z][A-Z0-9]*(?:, [A-Z][A-Z0-9]*)*)\]/g, ''),
		section,
		sources: cited.flatMap(([, keys = '']) => keys.split(', ')),
		marked: raw.includes('[–]')
	};
}
