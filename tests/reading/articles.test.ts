import { describe, expect, it } from 'vitest';
import { causeHeadings } from '#lib/mechanism/causes.ts';
import { articles } from '#lib/server/articles.ts';
import { articleTexts, readText, type Sentence } from './article-text.ts';
import { grade, wordsOf } from './grade.ts';

const order = [
	'iron',
	'dopamine',
	'related-conditions',
	'genetics',
	'nerve-damage',
	'medicines',
	'substances',
	'other-mechanisms'
];
const ask = 'What to ask your doctor';
const changed = 'What changed since 2010';

const textOf = (slug: string) => {
	const found = articleTexts.find((text) => text.slug === slug);
	if (!found) throw new Error(`No article ${slug}`);
	return found;
};
/** The lead of a list ("What is new:") says nothing of its own. */
const isSaid = ({ text, section, sources, marked }: Sentence) =>
	sources.length > 0 ||
	marked ||
	section === ask ||
	/[?:]$/.test(text) ||
	/^(?:Ask|Do|Talk|Tell|Write|Change|Never|Take|But take|If you feel you might harm)\b/.test(text);

it('the articles stand in the order of the table of contents, each once', () => {
	expect(articles.map(({ slug }) => slug)).toEqual(order);
	expect(articles.map(({ place }) => place)).toEqual(order.map((_, index) => index + 1));
});

it('their headings come in the order of the article that the site began with', () => {
	expect([...new Set(articles.map(({ group }) => group))]).toEqual([...causeHeadings]);
});

describe.each(articles)('the article $slug', ({ slug, sources, html, ...front }) => {
	const { sentences, headings } = textOf(slug);

	it('has 350 to 800 words', () => {
		const words = sentences.flatMap(({ text }) => text.split(/\s+/));
		expect(words.length).toBeGreaterThanOrEqual(350);
		expect(words.length).toBeLessThanOrEqual(800);
	});

	it('can be read at grade 8', () => {
		expect(grade(sentences.map(({ text }) => text))).toBeLessThanOrEqual(8);
		const lead = readText(slug, front.lead).sentences;
		expect(grade(lead.map(({ text }) => text))).toBeLessThanOrEqual(8);
	});

	it('says where each sentence comes from', () => {
		expect(sentences.filter((sentence) => !isSaid(sentence)).map(({ text }) => text)).toEqual([]);
	});

	it('marks few sentences as needing no source', () => {
		const sourced = sentences.filter((sentence) => sentence.sources.length > 0).length;
		const marked = sentences.filter((sentence) => sentence.marked).length;
		expect(sourced / (sourced + marked)).toBeGreaterThan(0.7);
	});

	it('cites every source that it lists, and lists every source that it cites', () => {
		const cited = new Set(sentences.flatMap((sentence) => sentence.sources));
		expect([...cited].toSorted()).toEqual(Object.keys(sources).toSorted());
	});

	it('ends with what to ask and what changed', () => {
		expect(headings.slice(-2)).toEqual([ask, changed]);
		expect(sentences.filter(({ section }) => section === ask).length).toBeGreaterThanOrEqual(3);
		expect(html).toContain('<h2 id="what-to-ask-your-doctor">');
	});

	it('shows no citation key and no marker to the reader', () => {
		expect(html).not.toMatch(/\[–\]|[A-Z]{2,}\d{2}/);
	});

	it('is reviewed again within two years', () => {
		const { posted, revised, nextReview } = front;
		expect(revised >= posted).toBe(true);
		expect(nextReview > revised).toBe(true);
		expect(nextReview <= `${Number(revised.slice(0, 4)) + 2}${revised.slice(4)}`).toBe(true);
	});
});

describe('fixed texts', () => {
	const says = (slug: string) => textOf(slug).sentences.map(({ text }) => text);

	it('the article on medicines says whom to ask and whom to call, and never to stop alone', () => {
		expect(says('medicines')).toEqual(
			expect.arrayContaining([
				'If your legs became restless after a new medicine, tell your prescriber or pharmacist soon.',
				'Ask: could this medicine be the reason, is there another, and should my iron be tested?',
				'If you feel you might harm yourself, call your local emergency number; in the US, call or text 988.',
				'Never stop a medicine on your own.'
			])
		);
	});

	it('dopamine is said as DO-pah-meen', () => {
		expect(says('iron').join(' ')).toContain('dopamine (DO-pah-meen)');
		expect(says('dopamine').join(' ')).toContain('Dopamine (DO-pah-meen)');
	});
});

describe('how articles are read', () => {
	const { sentences } = readText(
		'x',
		'---\na: b\n---\nOne [AB12].  Two\nmore [–]. **Do not.** Ask it.\n\n## Head\n\n- a, b [A1, B2].\n- What?\n'
	);

	it('finds sentences over lines, emphasis and lists, and takes the marks away', () => {
		expect(sentences.map(({ text }) => text)).toEqual([
			'One.',
			'Two more.',
			'Do not.',
			'Ask it.',
			'a, b.',
			'What?'
		]);
		expect(sentences[4]).toMatchObject({ section: 'Head', sources: ['A1', 'B2'], marked: false });
	});

	it('a sentence without a source is found', () => {
		const [bare] = readText('x', 'Iron cures all.').sentences;
		expect(bare && isSaid(bare)).toBe(false);
	});

	it('names, links and sounds do not count, other words do', () => {
		expect(wordsOf('Ferritin (FER-ih-tin) is low; see the [article on iron](iron).')).toEqual([
			'is',
			'low;',
			'see',
			'the'
		]);
	});

	it('long sentences of long words are above grade 8, short ones below', () => {
		expect(
			grade([
				'Considerable heterogeneity characterizes epidemiological investigations of comorbid conditions in this population.'
			])
		).toBeGreaterThan(12);
		expect(grade(['The brain needs iron.', 'Ask your doctor for a test.'])).toBeLessThan(4);
	});
});
