import { expect, it } from 'vitest';
import { articles } from '#lib/server/articles.ts';
import { articleTexts } from './article-text.ts';
import { kept, statements } from './seed.ts';

it('the table has every statement of the old article, in its order, and no other', () => {
	expect(Object.keys(kept)).toEqual([...statements]);
});

it.each(statements)('%s: the sentence stands there', (id) => {
	const { article, sentence } = kept[id];
	const said = articleTexts.find(({ slug }) => slug === article)?.sentences ?? [];
	expect(said.map(({ text }) => text)).toContain(sentence);
});

it.each(statements)('%s: the sentence names a source', (id) => {
	const { article, sentence } = kept[id];
	const said = articleTexts.find(({ slug }) => slug === article)?.sentences ?? [];
	expect(said.find(({ text }) => text === sentence)?.sources).not.toEqual([]);
});

it('what was softened or corrected is told under “What changed”, article by article', () => {
	const differing = statements.map((id) => kept[id]).filter(({ verdict }) => verdict !== 'kept');
	for (const slug of new Set(differing.map(({ article }) => article))) {
		const changes = articleTexts
			.find((text) => text.slug === slug)
			?.sentences.filter(({ section }) => section === 'What changed since 2010');
		expect(changes?.some(({ sources }) => sources.includes('NHLBI10'))).toBe(true);
	}
});

it('each article is reviewed every two years, and says when it was posted and revised', () => {
	for (const { revised, nextReview } of articles) {
		expect(nextReview).toBe(`${Number(revised.slice(0, 4)) + 2}${revised.slice(4)}`);
	}
});
