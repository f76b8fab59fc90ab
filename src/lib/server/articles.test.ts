import { describe, expect, it } from 'vitest';
import { readArticle } from './articles.ts';

const front = {
	title: 'Iron and RLS',
	name: 'Iron',
	lead: 'Low iron.',
	group: 'Nerve damage',
	place: '1',
	trials: '{ mechanism: [iron] }',
	posted: "'2026-11-23'",
	revised: "'2026-11-23'",
	nextReview: "'2028-11-23'",
	sources: '{ AB12: { text: A }, CD13: { text: B, url: https://example.org/b } }'
};

function file(body: string, change: Partial<Record<keyof typeof front | 'extra', string>> = {}) {
	const lines = Object.entries({ ...front, ...change }).map(([key, value]) => `${key}: ${value}`);
	return `---\n${lines.join('\n')}\n---\n${body}`;
}

describe('an article', () => {
	it('gives its sources numbers in the order of its list', () => {
		const { html } = readArticle('x', file('It helps [CD13, AB12].'));
		expect(html).toContain('It helps<a href="#source-cd13">[2]</a><a href="#source-ab12">[1]</a>.');
	});

	it('hides the mark of sentences that need no source', () => {
		expect(readArticle('x', file('Ask them [–]. Yes [–].')).html).toBe('<p>Ask them. Yes.</p>\n');
	});

	it('has headings that can be linked to', () => {
		expect(readArticle('x', file('## What’s *this*, 2?')).html).toBe(
			'<h2 id="whats-this-2">What’s <em>this</em>, 2?</h2>\n'
		);
	});

	it('knows the query of its trials', () => {
		expect(readArticle('x', file('')).trials).toEqual({
			mechanism: ['iron'],
			suspect: [],
			related: []
		});
	});

	it.each([
		['a source that is not listed', file('No [ZZ99].'), /x cites ZZ99/],
		[
			'a cause that does not exist',
			file('', { trials: '{ mechanism: [irony] }' }),
			/x cannot be read.*is not one of/
		],
		['a key that the finder does not know', file('', { trials: '{ mechanisms: [iron] }' }), /x/],
		[
			'a query that asks for nothing',
			file('', { trials: '{ mechanism: [] }' }),
			/asks for nothing/
		],
		['a heading that is not one of the four', file('', { group: 'Nerves' }), /x cannot be read/],
		['a date that is none', file('', { posted: "'soon'" }), /x cannot be read/],
		['a key that nobody reads', file('', { extra: 'a' }), /x cannot be read/],
		['no front matter', 'Text only', /x cannot be read/]
	])('%s stops the start and is named', (_, text, message) => {
		expect(() => readArticle('x', text)).toThrow(message);
	});
});
