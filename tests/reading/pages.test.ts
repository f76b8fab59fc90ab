import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { articles } from '#lib/server/articles.ts';
import { glossary } from '#lib/server/glossary.ts';
import { textPage } from '#lib/server/pages.ts';
import { readText } from './article-text.ts';
import { grade } from './grade.ts';

const folder = new URL('../../src/content/pages/', import.meta.url);
const routes = new URL('../../src/routes', import.meta.url);

const names = readdirSync(folder).map((file) => file.replace(/\.md$/, ''));
const fileOf = (name: string) => readFileSync(new URL(`${name}.md`, folder), 'utf8');
const sentencesOf = (markdown: string) =>
	readText(
		'',
		`---\n---\n${markdown.replace(/^---\n[\s\S]*?\n---\n/, '').replace(/^\d+\. /gm, '- ')}`
	).sentences;
const saysOf = (name: string) => sentencesOf(fileOf(name)).map(({ text }) => text);

const pathOf: Record<string, string> = {
	'about-data': '/about/data',
	'prescriber-sheet': '/nothing-fits/sheet'
};

/** The page of an address, where it is one of text. */
const textAt = (path: string) => names.find((name) => (pathOf[name] ?? `/${name}`) === path);

describe.each(names)('the page %s', (name) => {
	const page = textPage(name);
	const html = [page.intro, ...page.sections.map((section) => section.html)].join('\n');

	it('can be read at grade 8', () => {
		expect(grade(saysOf(name))).toBeLessThanOrEqual(8);
		expect(grade([page.lead])).toBeLessThanOrEqual(9);
	});

	it('has no section above grade 9', () => {
		const sections = fileOf(name).split(/^## /m).slice(1);
		const hard = sections
			.map((text) => [text.split('\n')[0], grade(sentencesOf(`## ${text}`).map((s) => s.text))])
			.filter(([, level]) => Number(level) > 9);
		expect(hard).toEqual([]);
	});

	it('cites every source that it lists', () => {
		const inGlossary = name === 'glossary' ? glossary.map(({ meaning }) => meaning).join('\n') : '';
		const cited = new Set(
			[...(fileOf(name) + inGlossary).matchAll(/\[([A-Z0-9, ]+)\](?!\()/g)].flatMap(
				([, keys = '']) => keys.split(', ')
			)
		);
		expect([...cited].toSorted()).toEqual(Object.keys(page.sources).toSorted());
	});

	it('links only to what is there', () => {
		const links = [...html.matchAll(/href="(\/[^"]*)"/g)].map(([, href = '']) => href);
		const dead = links.filter((href) => {
			const { pathname, hash } = new URL(href, 'http://here');
			const [, slug] = /^\/causes\/(.+)$/.exec(pathname) ?? [];
			if (slug !== undefined) return !articles.some((article) => article.slug === slug);
			if (!existsSync(`${routes.pathname}${pathname}/+page.svelte`)) return true;
			const text = textAt(pathname);
			const places = pathname === '/glossary' ? glossary : text ? textPage(text).sections : [];
			const ids = places.map(({ id }) => id);
			return hash !== '' && !ids.includes(hash.slice(1));
		});
		expect(dead).toEqual([]);
	});

	it('is reviewed again within two years', () => {
		const { revised, nextReview } = page;
		expect(nextReview > revised).toBe(true);
		expect(nextReview <= `${Number(revised.slice(0, 4)) + 2}${revised.slice(4)}`).toBe(true);
	});

	it('promises nothing and turns nobody away', () => {
		expect(html).not.toMatch(/no research|new hope|\bapply\b|\bqualif|\bbest\b|\beligible\b/i);
	});
});

describe('the glossary', () => {
	it.each(glossary)('$term can be read at grade 8', ({ term, forms, meaning }) => {
		const own = [term, ...forms].map((form) => form.replace(/[()]/g, '\\$&')).join('|');
		const others = new RegExp(`(?<!\\p{L})(?:${own}|${otherNames.join('|')})(?!\\p{L})`, 'giu');
		const said = sentencesOf(meaning).map(({ text }) => text.replace(others, ''));
		expect(grade(said)).toBeLessThanOrEqual(8);
	});
});

/** Names that only the glossary has; the others are in `grade.ts`. */
const otherNames = ['gabapentin enacarbil', 'antidepressant', 'ClinicalTrials.gov'];

describe('fixed texts', () => {
	it('a wash-out is left to the study team', () => {
		expect(saysOf('about-trials')).toEqual(
			expect.arrayContaining([
				'A wash-out is done only with the study team.',
				'Do not stop or change a medicine to get ready for a study.'
			])
		);
	});

	it('the page for those whom nothing fits tells not to stop alone, and says whom to call', () => {
		const component = readFileSync(`${routes.pathname}/nothing-fits/+page.svelte`, 'utf8');
		const words = component.replace(/<[^>]*>/g, '').replace(/\s+/g, ' ');
		expect(words).toContain(
			'If you feel you might harm yourself, call your local emergency number; in the US, call or text 988.'
		);
		expect(saysOf('nothing-fits')).toContain(
			'First ask the person who prescribes it, or your pharmacist.'
		);
		expect(saysOf('prescriber-sheet')).toContain('I will not stop or change a medicine on my own.');
	});

	it('says what the site is not', () => {
		expect(saysOf('about')).toContain(
			'This site informs; it does not advise, and it is not run or endorsed by NLM, NIH or NHLBI.'
		);
	});

	it('asks two and more questions on each head, to take along', () => {
		const { sections } = textPage('about-trials');
		const asked = sections.find(({ id }) => id === 'questions-to-ask-the-study-team')?.html ?? '';
		expect(asked.match(/<h3>/g)).toHaveLength(4);
		for (const part of asked.split('<h3>').slice(1))
			expect(part.match(/\?<\/li>/g)?.length).toBeGreaterThan(1);
	});
});
