import { describe, expect, it } from 'vitest';
import { resultTables } from './results.ts';

const record = (...outcomeMeasures: unknown[]) => ({
	resultsSection: { outcomeMeasuresModule: { outcomeMeasures } }
});
const groups = [
	{ id: 'OG000', title: 'Iron' },
	{ id: 'OG001', title: 'Salt water' }
];
const measurements = (one: object, two: object) => [
	{ groupId: 'OG001', ...two },
	{ groupId: 'OG000', ...one }
];

describe('tables of posted results', () => {
	it('have their values in the order of the groups, whatever the order in the record', () => {
		const [table] = resultTables(
			record({
				type: 'PRIMARY',
				title: 'Change of the score',
				paramType: 'LEAST_SQUARES_MEAN',
				dispersionType: 'Standard Error',
				unitOfMeasure: 'points',
				groups,
				denoms: [{ units: 'Participants', counts: measurements({ value: '20' }, { value: '19' }) }],
				classes: [
					{
						categories: [
							{ measurements: measurements({ value: '-8.1', spread: '1.2' }, { value: 'NA' }) }
						]
					}
				]
			})
		);
		expect(table).toMatchObject({
			numbers: 'Least squares mean (Standard Error), points',
			measured: ['20', '19'],
			rows: [{ label: '', values: ['-8.1 (1.2)', 'NA'] }]
		});
	});

	it('say limits, comments and classes', () => {
		const [table] = resultTables(
			record({
				groups,
				classes: [
					{
						title: 'Week 4',
						categories: [
							{
								title: 'Better',
								measurements: measurements(
									{ value: '3', lowerLimit: '1', upperLimit: '5' },
									{ value: 'NA', spread: 'NA', comment: 'Too few' }
								)
							}
						]
					}
				]
			})
		);
		expect(table?.rows).toEqual([
			{ label: 'Week 4: Better', values: ['3 (1 to 5)', 'NA: Too few'] }
		]);
	});

	it('leave a missing value open, and say what is not posted', () => {
		const [table] = resultTables(
			record({ title: 'Later', reportingStatus: 'NOT_POSTED', groups, classes: [] })
		);
		expect(table).toMatchObject({ unposted: 'not posted yet', rows: [] });
	});

	it.each([[undefined], [{}], [{ resultsSection: null }], [record('nonsense')], ['text']])(
		'are none for what cannot be read: %j',
		(given) => {
			expect(resultTables(given)).toEqual([]);
		}
	);
});
