import type { Study } from '#lib/study/study.ts';
import { field, sentenceFor, type Saying } from './saying.ts';

const types: Record<string, string> = {
	INTERVENTIONAL: 'This study is a trial: it tests something.',
	OBSERVATIONAL: 'This study watches people, asks them or looks at their data.',
	EXPANDED_ACCESS: 'This is not a trial: it gives access to a treatment outside a trial.'
};

const views: Record<string, string> = {
	PROSPECTIVE: 'It looks at what will happen from its start on.',
	RETROSPECTIVE: 'It looks back at what happened before.',
	CROSS_SECTIONAL: 'It looks at one point in time.',
	OTHER: 'The record gives the time it looks at as “other”.'
};

/** What kind of study it is (StudyType), what it is about, and for one that watches, when it looks. */
export function kindOf({ type, conditions, design }: Study): Saying[] {
	const sayings: Saying[] = [];
	if (type !== undefined)
		sayings.push({
			says: sentenceFor(
				types,
				type,
				(quoted) => `The record gives the kind of study as ${quoted}.`
			),
			fields: [field('designModule.studyType')]
		});
	if (conditions.length > 0)
		sayings.push({
			says: `It is about: ${conditions.join('; ')}.`,
			fields: conditions.map((_, index) => field(`conditionsModule.conditions[${index}]`))
		});
	if (design.timePerspective !== undefined)
		sayings.push({
			says: sentenceFor(
				views,
				design.timePerspective,
				(quoted) => `The record gives the time it looks at as ${quoted}.`
			),
			fields: [field('designModule.designInfo.timePerspective')]
		});
	return sayings;
}
