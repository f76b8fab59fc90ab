import { bareStudy } from '#lib/study/sample.ts';
import type { Study } from '#lib/study/study.ts';

/** A study of our own making for tests: a drug trial on restless legs, with `part` in place of its own. */
export function inventedStudy(part: Partial<Study> = {}): Study {
	return bareStudy('NCT-invented', {
		title: 'A Study in Restless Legs Syndrome',
		type: 'INTERVENTIONAL',
		conditions: ['Restless Legs Syndrome'],
		...part
	});
}

/** An intervention of a study of our own making. */
export function given(
	name: string,
	type = 'DRUG',
	part: Partial<Study['interventions'][number]> = {}
): Study['interventions'][number] {
	return { name, type, arms: [], otherNames: [], ...part };
}
