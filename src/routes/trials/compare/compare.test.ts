import { describe, expect, it } from 'vitest';
import { catalogue, date, labels, nct, study, today } from '#lib/search/sample.ts';
import type { Study } from '#lib/study/study.ts';
import { chosenIn } from './chosen.ts';
import { compareRows, type Row } from './compare-rows.ts';
import { packOf } from './pack.ts';
import { qrPath } from './qr.ts';

const found = (number: number, fields: Partial<Study> = {}) => ({
	study: study(number, fields),
	labels: labels({ mechanisms: ['iron'] })
});

describe('the studies that an address names', () => {
	const here = catalogue(
		[1, 2, 3, 4, 5].map((n) => found(n, n === 5 ? { aliases: [nct(9)] } : {}))
	);
	const chosen = (query: string) => {
		const { studies, ...rest } = chosenIn(here, new URLSearchParams(query));
		return { ids: studies.map((each) => each.study.nctId), ...rest };
	};
	const nothing = { bad: [], missing: [], over: [], renamed: [] };

	it('stand in the order of the address, once each, however they are written', () => {
		const ids = [nct(3), nct(1)];
		for (const query of [
			`ids=${nct(3)},${nct(1)}`,
			`ids=${nct(3)}&ids=${nct(1)}`,
			`ids=+${nct(3).toLowerCase()}+${nct(1)},${nct(3)},`
		])
			expect(chosen(query), query).toEqual({ ids, ...nothing });
	});

	it('and what cannot be used is named, each with its own reason', () => {
		expect(chosen(`ids=iron,${nct(2)},NCT123,${nct(77)}`)).toEqual({
			...{ ids: [nct(2)], ...nothing },
			...{ bad: ['IRON', 'NCT123'], missing: [nct(77)] }
		});
	});

	it('stop at four; the others are named, not dropped', () => {
		expect(chosen(`ids=${[5, 4, 3, 2, 1].map(nct).join(',')}`)).toEqual({
			...{ ids: [5, 4, 3, 2].map(nct), ...nothing },
			over: [nct(1)]
		});
	});

	it('an old number leads to the study once, and is said', () => {
		expect(chosen(`ids=${nct(9)},${nct(5)}`)).toEqual({
			...{ ids: [nct(5)], ...nothing },
			renamed: [{ from: nct(9), to: nct(5) }]
		});
	});

	it('never throws', () => {
		for (const query of ['', 'ids=', `ids=${'x,'.repeat(5000)}`, 'ids=%00%F0'])
			expect(chosen(query).ids).toEqual([]);
	});
});

describe('side by side', () => {
	const row = (rows: Row[], name: string) => {
		const one = rows.find((each) => each.name === name);
		if (!one) throw new Error(name);
		return one;
	};

	it('marks what two studies state differently, never what one does not state', () => {
		const rows = compareRows(
			[
				found(1, { phases: ['PHASE3'], enrollment: { count: 20, kind: 'ACTUAL' } }),
				found(2, { phases: ['PHASE2'] }),
				found(3, { phases: ['PHASE3'] })
			],
			today
		);
		expect(row(rows, 'Phase')).toMatchObject({
			differs: true,
			cells: [{ lines: ['Phase 3'] }, { lines: ['Phase 2'] }, { lines: ['Phase 3'] }]
		});
		const people = row(rows, 'How many people');
		expect(people.differs).toBe(false);
		expect(people.cells.map(({ lines }) => lines.length)).toEqual([1, 0, 0]);
	});

	it('one study differs from nothing', () => {
		expect(compareRows([found(1, { phases: ['NA'] })], today).some(({ differs }) => differs)).toBe(
			false
		);
	});

	it('says nothing where the record says nothing: results, phase and placebo are never “no”', () => {
		const rows = compareRows([found(1)], today);
		for (const name of ['Results', 'Phase', 'Placebo', 'Places', 'Sites that recruit', 'Sponsor'])
			expect(row(rows, name).cells, name).toEqual([{ lines: [], quotes: [], more: 0 }]);
		expect(row(rows, 'Who can join').cells[0]?.lines).toEqual([
			'Sex: not stated.',
			'Ages: not stated.',
			'Healthy volunteers: not stated.'
		]);
	});

	it('never calls a study open by an old record, nor its sites', () => {
		const old = found(1, {
			status: 'RECRUITING',
			verified: date('2020-01'),
			sites: [{ status: 'RECRUITING', city: 'Boston' }]
		});
		const rows = compareRows([old], today);
		expect(row(rows, 'Status').cells[0]?.lines).toEqual([
			'Recruiting, as recorded in January 2020, not confirmed since.',
			'It does not count as open here.'
		]);
		expect(row(rows, 'Sites that recruit').cells[0]?.lines).toEqual([
			'1 of 1: Boston.',
			'Nobody has confirmed that lately.'
		]);
	});

	it('gives two quotes of many, readable, and counts the rest', () => {
		const drugs = ['Opioids', 'Dopamine agonists', 'Gabapentin', 'Pregabalin'];
		const criteria = `Exclusion Criteria:\n\n${drugs.map((drug) => `* Use of ${drug} \\> 2 days within 2 weeks`).join('\n')}`;
		const rows = compareRows([found(1, { eligibility: { ageGroups: [], criteria } })], today);
		const cell = row(rows, 'Rules on medicines').cells[0];
		expect(cell?.quotes.map(({ quote }) => quote)).toEqual([
			'Use of Opioids > 2 days within 2 weeks',
			'Use of Dopamine agonists > 2 days within 2 weeks'
		]);
		expect(cell?.more).toBe(2);
	});

	it('shows distances only where they are known', () => {
		const names = (rows: Row[]) => rows.map(({ name }) => name);
		expect(names(compareRows([found(1)], today))).not.toContain('Nearest place');
		const rows = compareRows([found(1), found(2)], today, { [nct(1)]: '12 miles, Boston' });
		expect(row(rows, 'Nearest place').cells.map(({ lines }) => lines)).toEqual([
			['12 miles, Boston'],
			[]
		]);
	});
});

describe('a study to take along', () => {
	const pack = (fields: Partial<Study>) =>
		packOf(found(1, fields), { today, origin: 'https://trials.example.org' });

	it('has 5 to 10 questions, and its link has nothing but the number', () => {
		for (const type of ['INTERVENTIONAL', 'OBSERVATIONAL', 'EXPANDED_ACCESS', undefined]) {
			const { questions } = pack(type === undefined ? {} : { type });
			expect(questions.length).toBeGreaterThanOrEqual(5);
			expect(questions.length).toBeLessThanOrEqual(10);
		}
		expect(pack({}).page).toBe(`https://trials.example.org/trials/${nct(1)}`);
	});

	it('says results and status once', () => {
		const { summary, status } = pack({
			status: 'COMPLETED',
			verified: date('2026-05'),
			hasResults: true
		});
		expect(summary).toContain('Its results are posted.');
		expect(summary.join(' ')).not.toContain('It is finished');
		expect(status).toMatch(/^Completed, confirmed by the sponsor/);
	});
});

it('a QR code is square, and another for another link', () => {
	const { size, path } = qrPath('https://trials.example.org/trials/NCT90000001');
	// the eye in the upper left corner: seven dark squares in a row, then a light one
	for (let x = 0; x < 7; x += 1) expect(path).toContain(`M${x} 0h1v1h-1z`);
	expect(path).not.toContain('M7 0h1');
	expect(size).toBeGreaterThanOrEqual(25);
	expect(qrPath('https://trials.example.org/trials/NCT90000002').path).not.toBe(path);
});
