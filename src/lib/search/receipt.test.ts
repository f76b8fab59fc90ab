import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answer } from './answer.ts';
import { everything } from './query.ts';
import { labelLine } from './receipt.ts';
import { accuracyOf, shareInWords } from './receipt-accuracy.ts';
import { funnel } from './receipt-funnel.ts';
import { exportLinks } from './receipt-links.ts';
import { aCatalogue, aQuery, catalogue, labels, study, today } from './sample.ts';

describe('the counts step by step', () => {
	it('end in what the answer finds, and never rise', () => {
		fc.assert(
			fc.property(aCatalogue, aQuery, (studies, drawn) => {
				// a place needs its table, which is not here
				const query = { ...drawn, near: '', within: '' };
				const { total } = answer(studies, query, today);
				const counts = funnel(studies, query, today, total).map(({ count }) => count);
				expect(counts[0]).toBe(studies.studies.length);
				expect(counts.at(-1)).toBe(total);
				expect(counts).toEqual(counts.toSorted((a, b) => b - a));
			})
		);
	});

	it('say each step that was asked, in a fixed order', () => {
		const about = { study: study(1, { title: 'Iron' }), labels: labels({ mechanisms: ['iron'] }) };
		const other = { study: study(2, { title: 'Iron' }), labels: labels() };
		const outside = { study: study(3), labels: labels({ relevance: 'mention-only' }) };
		const query = {
			...everything,
			q: 'iron',
			mechanism: ['iron' as const],
			view: 'table' as const
		};
		expect(funnel(catalogue([about, other, outside]), query, today)).toEqual([
			{ key: 'in-hand', words: 'records in hand', count: 3 },
			{ key: 'scope', words: 'about RLS', count: 2 },
			{ key: 'q', words: 'the words: iron', count: 2 },
			{ key: 'mechanism', words: 'Suspected cause studied: Iron', count: 1 }
		]);
	});

	it('end in the total also where a place was asked for', () => {
		const query = { ...everything, near: '60611', within: '50mi' };
		expect(funnel(catalogue([]), query, today, 0).at(-1)).toMatchObject({ count: 0 });
		expect(funnel(catalogue([]), query, today, 0).at(-1)?.words).toContain('60611');
	});
});

describe('accuracy', () => {
	const set = {
		rules: '1',
		relevance: { right: 9, all: 10 },
		facets: { mechanism: { labels: { iron: { right: 18, falseAlarms: 2, misses: 1 } } } }
	};

	it('is of each label that was asked for, with its cases', () => {
		const query = { ...everything, mechanism: ['iron' as const], approach: ['opioid' as const] };
		const scores = accuracyOf(query, [['real', set]]);
		expect(scores.map(({ id, precision, recall }) => [id, precision.of, recall.of])).toEqual([
			['iron', 20, 19],
			['opioid', 0, 0]
		]);
	});

	it('is not given below 20 cases', () => {
		expect(shareInWords({ right: 19, of: 19 })).toBe('not measurable (n = 19)');
		expect(shareInWords({ right: 18, of: 20 })).toMatch(/^90% \([\d.]+ to [\d.]+, n = 20\)$/);
	});
});

describe('the labels in the hash', () => {
	it('do not depend on the order in which they were given', () => {
		expect(labelLine(labels({ mechanisms: ['iron', 'dopamine'] }))).toBe(
			labelLine(labels({ mechanisms: ['dopamine', 'iron'] }))
		);
	});

	it('tell a suspect from a treatment, and one relevance from another', () => {
		const lines = [
			labels({ suspects: ['other'] }),
			labels(),
			labels({ relevance: 'partial' }),
			labels({ approaches: ['opioid'] })
		].map(labelLine);
		expect(new Set(lines).size).toBe(4);
	});
});

describe('the files of a search', () => {
	it('begin with all studies where no label of ours was asked for', () => {
		expect(exportLinks(everything)[0]?.href).toBe('/api/v1/studies.csv?scope=all');
		expect(exportLinks({ ...everything, status: ['open'] })[0]?.href).toBe(
			'/api/v1/studies.csv?scope=all&status=open'
		);
		expect(exportLinks({ ...everything, mechanism: ['iron'] })[0]?.href).toBe(
			'/api/v1/studies.csv?mechanism=iron'
		);
	});

	it('are of the search, not of one page or view of it', () => {
		const hrefs = exportLinks({ ...everything, page: 3, size: 10, view: 'table' }).map(
			({ href }) => href
		);
		expect(hrefs).toContain('/api/v1/studies.csv?bom=yes');
		expect(hrefs).toContain('/api/v1/receipt');
		expect(new Set(hrefs).size).toBe(hrefs.length);
	});
});
