import { expect, it } from 'vitest';
import { listedStudy } from '#lib/cards/sample.ts';
import { columnIds } from '#lib/search/columns.ts';
import type { ListedStudy } from '#lib/search/listed.ts';
import { columnsOf } from './columns.ts';
import { fieldOf, receiptsOf } from './receipts.ts';

const columns = columnsOf('2026-06-15');
const cell = (id: string, study: ListedStudy): unknown => {
	const found = columns.find((each) => each.id === id);
	return found && 'accessorFn' in found ? found.accessorFn(study, 0) : undefined;
};
const note = (id: string, study: ListedStudy) =>
	columns.find((each) => each.id === id)?.meta?.note?.(study);

it('there is a column for every name that a link can say', () => {
	expect(columns.map(({ id }) => id)).toEqual([...columnIds]);
});

it('a study that says nothing has no empty cell, and no "no" or "0" either', () => {
	const said = columnIds.map((id) => [id, cell(id, listedStudy())]);
	expect(Object.fromEntries(said)).toMatchObject({
		status: 'Status not stated, date of the last check not stated',
		mechanism: 'none found',
		phase: 'not stated',
		people: 'not stated',
		completion: 'not stated',
		results: 'not stated',
		sites: 'not stated',
		sex: 'not stated',
		ages: 'any age (no limit stated)'
	});
});

it('people are counted with what the count is: planned or actual', () => {
	const study = listedStudy({ enrollment: { count: 1209, kind: 'ESTIMATED' } });
	expect([cell('people', study), note('people', study)]).toEqual(['1,209', 'planned']);
	expect(note('people', listedStudy({ enrollment: { count: 3 } }))).toBe('');
});

it('no posted results are not the same as nothing said about results', () => {
	expect(cell('results', listedStudy({ hasResults: false }))).toBe('None posted');
});

it('receipts leave out facets without a label, and name fields as the registry does', () => {
	expect(receiptsOf(listedStudy())).toEqual([]);
	expect(fieldOf({ field: 'protocolSection.descriptionModule.briefSummary' })).toBe('briefSummary');
	// these exist twice
	const derived = 'derivedSection.conditionBrowseModule.meshes[0].term';
	expect(fieldOf({ field: derived })).toBe(derived);
});
