import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { insight, insights } from '#lib/insights/insights.ts';
import type { Chart, Mark } from '#lib/insights/chart.ts';
import { viewOf } from '#lib/insights/view.ts';
import { answer } from '#lib/search/answer.ts';
import type { Catalogue } from '#lib/search/catalogue.ts';
import type { Query } from '#lib/search/query.ts';
import { aCatalogue, aQuery, catalogue, date, labels, study } from '#lib/search/sample.ts';
import { parse } from '#lib/search/url.ts';
import { asked } from '#lib/server/asked.ts';
import { catalogueOf } from '#lib/server/catalogue/catalogue.ts';
import { entryOf, isUnfit } from '#lib/server/catalogue/entry.ts';
import { starterCatalogue } from '#lib/server/catalogue/starter.ts';
import { studiesAt } from './fixtures/studies/studies.ts';

const today = '2026-11-23';

const invented = catalogueOf(
	studiesAt(today).flatMap((record) => {
		const entry = entryOf(record);
		return isUnfit(entry) ? [] : [entry];
	}),
	[],
	{ source: 'live', question: [], narrow: false }
);
const starter = starterCatalogue().catalogue;

type Place = Parameters<typeof answer>[3];

/** Every mark that is a link, with where it stands. */
function linksOf(charts: Chart[]): { at: string; cell: Mark }[] {
	return charts.flatMap(({ id, columns, rows }) =>
		rows.flatMap(({ label, cells }) =>
			cells.flatMap((cell, index) =>
				cell?.query === undefined ? [] : [{ at: `${id}, ${label}, ${columns[index]?.name}`, cell }]
			)
		)
	);
}

/** The marks whose number is not the total of the list behind their link. */
function wrong(within: Catalogue, query: Query, home?: Place, day = today) {
	const charts = insights(viewOf(within, query, day, home)).flatMap((section) => section.charts);
	const totals = new Map<string, number>();
	const totalOf = (link: string) => {
		const known = totals.get(link);
		if (known !== undefined) return known;
		const { query: linked, problems } = parse(new URLSearchParams(link));
		expect(problems, link).toEqual([]);
		const { total } = answer(within, linked, day, home);
		totals.set(link, total);
		return total;
	};
	const links = linksOf(charts);
	return {
		links: links.length,
		faults: links
			.map(({ at, cell }) => ({
				at,
				link: cell.query,
				value: cell.value,
				total: totalOf(cell.query ?? '')
			}))
			.filter(({ value, total }) => value !== total)
	};
}

describe('the number of every mark is the total of the list behind its link', () => {
	const searches = [
		'',
		'scope=all',
		'mechanism=iron,dopamine',
		'status=open',
		'status=open,completed&results=none',
		'started=2015-03..2020&phase=2',
		'completed=..2020-06&sponsor=industry',
		'sex=female&age=70&healthy=yes',
		'q=iron&country=US',
		'near=60611&within=200mi',
		'near=60611&within=500mi&status=open',
		'near=60611&within=50mi&places=not-stated',
		'q=zebra'
	];
	for (const [name, data] of [
		['the starter', starter],
		['invented studies', invented]
	] as const)
		it.each(searches)(`${name}: %s`, (search) => {
			const { query, home, problems } = asked(new URLSearchParams(search));
			expect(problems).toEqual([]);
			const { faults } = wrong(data, query, home);
			expect(faults).toEqual([]);
		});

	it('there are many of them', () => {
		expect(wrong(starter, asked(new URLSearchParams()).query).links).toBeGreaterThan(200);
	});

	it('whatever is asked, of whatever studies', () => {
		fc.assert(
			fc.property(aCatalogue, aQuery, (data, query) => {
				expect(wrong(data, query, undefined, '2026-06-15').faults).toEqual([]);
			}),
			{ numRuns: 60 }
		);
	});

	it('near a place too, where a status asks for a site that takes people', () => {
		const home = { lat: 41.9, lon: -87.6, name: 'Chicago', country: 'US', unit: 'mi' } as const;
		fc.assert(
			fc.property(aQuery, (query) => {
				const nearby = { ...query, near: '60611', within: '200mi', q: '', phase: [], related: [] };
				expect(wrong(invented, nearby, home).faults).toEqual([]);
			}),
			{ numRuns: 20 }
		);
	});
});

/** The chart of a few studies under a search. */
function chartOf(id: string, studies: Parameters<typeof catalogue>[0], search = ''): Chart {
	const { query } = parse(new URLSearchParams(search));
	const chart = insight(viewOf(catalogue(studies), query, today), id);
	if (!chart) throw new Error(id);
	return chart;
}
const numbers = (chart: Chart) => chart.rows.map(({ cells }) => cells.map((cell) => cell?.value));

describe('starts per year', () => {
	const started = (number: number, day?: string) => ({
		study: study(number, day === undefined ? {} : { start: { date: date(day) } }),
		labels: labels({ mechanisms: ['iron'] })
	});

	it('has the years without a study, and says how many studies have no start', () => {
		const chart = chartOf(
			'starts',
			[started(1, '2019-05'), started(2, '2022'), started(3)],
			'mechanism=iron'
		);
		expect(chart.columns.map(({ name }) => name)).toEqual(['2019', '2020', '2021', '2022']);
		expect(numbers(chart)).toEqual([
			[1, 0, 0, 1],
			[1, 0, 0, 1]
		]);
		expect(chart.notes.join(' ')).toContain('1 study without a stated start');
	});

	it('one start in 1900 or 2999 does not make a thousand columns', () => {
		const chart = chartOf(
			'starts',
			[started(1, '1900'), started(2, '2020'), started(3, '2999')],
			'mechanism=iron'
		);
		expect(chart.columns.length).toBeLessThan(33);
		expect(chart.columns[0]?.name).toBe('1998 and before');
		expect(chart.columns.at(-1)?.name).toBe('2029 and after');
		expect(numbers(chart)[0]?.reduce((sum: number, value) => sum + (value ?? 0), 0)).toBe(3);
	});

	it('stays within the years that are asked for', () => {
		const chart = chartOf(
			'starts',
			[started(1, '2019-05'), started(2, '2022')],
			'mechanism=iron&started=2019-03..2021'
		);
		expect(chart.rows[0]?.cells[0]?.query).toBe('?mechanism=iron&started=2019-03-01..2019-12-31');
	});
});

describe('gaps', () => {
	const fields = [
		{ status: 'COMPLETED', hasResults: true },
		{ status: 'TERMINATED', hasResults: false },
		{ status: 'RECRUITING', verified: date('2019-01') },
		{ status: 'SUSPENDED' }
	];
	const studies = fields.map((each, index) => ({
		study: study(index + 1, each),
		labels: labels({ mechanisms: ['genetics'] })
	}));

	it('a study that was not confirmed for years is not open, and the row says that nothing is', () => {
		const row = chartOf('gaps', studies).rows.find(({ label }) => label === 'Genetics');
		expect(row?.cells.map((cell) => cell?.value)).toEqual([0, 1, 2, 1, 4]);
		expect(row?.remark).toBe('nothing open');
		expect(row?.cells[0]?.query).toBe('?mechanism=genetics&status=open');
	});

	it('what the search leaves out is no 0', () => {
		const row = chartOf('gaps', studies, 'status=completed').rows.find(
			({ label }) => label === 'Genetics'
		);
		expect(row?.cells.map((cell) => cell?.value)).toEqual([undefined, undefined, 1, 1, 1]);
		expect(row?.remark).toBeUndefined();
	});
});

describe('who is left out', () => {
	const studies = [{ sex: 'FEMALE' }, { sex: 'ALL' }, {}].map((limits, index) => ({
		study: study(index + 1, { eligibility: { ageGroups: [], ...limits } }),
		labels: labels()
	}));
	const men = (search: string) =>
		chartOf('sex-and-age', studies, search).rows.find(({ label }) => label === 'Men')?.cells;

	it('a study that does not state a sex leaves nobody out', () => {
		expect(men('')?.map((cell) => cell?.value)).toEqual([1, 2, 1]);
	});

	it('two wishes that cannot stand in one address have a number without a link', () => {
		expect(men('sex=female')?.[1]).toEqual({ value: 2 });
	});

	it('a condition that is only ruled out has its row', () => {
		const ruled = {
			study: study(1),
			labels: {
				...labels(),
				nearMisses: [
					{
						facet: 'related' as const,
						id: 'cancer',
						why: 'found only in the exclusion criteria',
						evidence: []
					}
				]
			}
		};
		const { rows } = chartOf('conditions', [ruled, { study: study(2), labels: labels() }]);
		expect(rows.map(({ label, cells }) => [label, ...cells.map((cell) => cell?.value)])).toEqual([
			['Cancer', 1, 0, 1]
		]);
	});
});

describe('ranges', () => {
	it('takes months from the end to the results, and leaves out what has no month', () => {
		const posted = (number: number, end: string, results: string) => ({
			study: study(number, {
				hasResults: true,
				completion: { date: date(end) },
				resultsPosted: { date: date(results) }
			}),
			labels: labels()
		});
		const chart = chartOf('results-time', [
			posted(1, '2019-11', '2021-01-15'),
			posted(2, '2020-01-31', '2020-02-01'),
			posted(3, '2018', '2020-02-01')
		]);
		expect(numbers(chart)[0]).toEqual([3, 2, 7.5, 1, 14]);
	});

	it('a number of people that is not stated is not 0', () => {
		const sized = (number: number, count?: number) => ({
			study: study(number, count === undefined ? {} : { enrollment: { count } }),
			labels: labels()
		});
		expect(numbers(chartOf('people', [sized(1, 0), sized(2, 30), sized(3)]))[0]).toEqual([
			3, 2, 15, 0, 30
		]);
	});
});
