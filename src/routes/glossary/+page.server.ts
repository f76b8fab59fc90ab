import { glossary } from '#lib/server/glossary.ts';
import { markdown } from '#lib/server/markdown.ts';
import { cited } from '#lib/server/content.ts';
import { textPage } from '#lib/server/pages.ts';
import type { PageServerLoad } from './$types';

const page = textPage('glossary');

const entries = glossary.map(({ id, term, say, meaning }) => ({
	...{ id, term, letter: term.charAt(0).toUpperCase() },
	...{ say, html: markdown(cited(meaning, page.sources, `glossary under “${term}”`)) }
}));

const letters = [...new Set(entries.map(({ letter }) => letter))].map((letter) => ({
	letter,
	entries: entries.filter((entry) => entry.letter === letter)
}));

export const load: PageServerLoad = () => ({ page, letters });
