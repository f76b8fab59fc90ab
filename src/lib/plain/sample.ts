import { isPartialDate, type PartialDate } from '#lib/study/date.ts';
import { bareStudy } from '#lib/study/sample.ts';
import type { Arm, Study } from '#lib/study/study.ts';
import { plainSummary } from './summary.ts';

/** The day of the tests. */
export const today = '2026-06-15';

/** The sentences about a study that states nothing but `fields`, for tests. */
export function saysOf(fields: Partial<Study>): string[] {
	return plainSummary(bareStudy('NCT00000101', fields), today).map(({ says }) => says);
}

/** @throws where the text is no date */
export function on(date: string): PartialDate {
	if (!isPartialDate(date)) throw new Error(`${date} is no date`);
	return date;
}

/** A trial with these arms, `[type, ...what they get]`, and the interventions that they name. */
export function trialWith(
	...arms: [type: string | undefined, ...names: string[]][]
): Partial<Study> {
	const names = new Set(arms.flatMap(([, ...given]) => given));
	return {
		type: 'INTERVENTIONAL',
		arms: arms.map(([type, ...given]): Arm => ({
			label: `Group of ${given.join(' and ')}`,
			...(type === undefined ? {} : { type }),
			interventions: given.map((name) => `Drug: ${name}`)
		})),
		interventions: [...names].map((name) => ({ name, type: 'DRUG', arms: [], otherNames: [] }))
	};
}
