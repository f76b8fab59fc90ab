import type { Study } from '#lib/study/study.ts';
import { field, sentenceFor, type Saying } from './saying.ts';

const info = 'designModule.designInfo';

const allocations: Record<string, string> = {
	RANDOMIZED: 'Chance decides which group a person is in.',
	NON_RANDOMIZED: 'People come into groups in a way that is not left to chance.',
	NA: 'The record says that choice by chance does not apply.'
};

const models: Record<string, string> = {
	SINGLE_GROUP: 'All people are in one group.',
	PARALLEL: 'The groups run side by side.',
	CROSSOVER: 'Each person gets all in turn, one after another.',
	FACTORIAL: 'The groups get different mixes of what is tested.',
	SEQUENTIAL: 'The groups take part one after another.',
	COHORT: 'It looks at groups of people over time.',
	CASE_CONTROL: 'It compares people who have something with people who do not.',
	CASE_ONLY: 'It looks only at people who have the same thing.',
	CASE_CROSSOVER: 'It compares each person with themselves at another time.',
	ECOLOGIC_OR_COMMUNITY: 'It looks at whole towns or other large groups.',
	FAMILY_BASED: 'It looks at families.',
	DEFINED_POPULATION: 'It looks at a set group of people.',
	NATURAL_HISTORY: 'It looks at how an illness goes on over time.',
	OTHER: 'The record gives the form of its groups as “other”.'
};

/** How people get into groups: by chance or not, one group, or all in turn. */
export function groupsOf({ design, arms }: Study): Saying[] {
	const { allocation, interventionModel, observationalModel } = design;
	const oneGroup = interventionModel === 'SINGLE_GROUP';
	const sayings: Saying[] = [];
	if (allocation !== undefined && !(oneGroup && allocation === 'NA'))
		sayings.push({
			says: sentenceFor(
				allocations,
				allocation,
				(quoted) => `The record gives the way into groups as ${quoted}.`
			),
			fields: [field(`${info}.allocation`)]
		});
	if (oneGroup && arms.length > 1)
		return [
			...sayings,
			{
				says: 'The record speaks of one group, but lists more.',
				fields: [field(`${info}.interventionModel`), field('armsInterventionsModule.armGroups')]
			}
		];
	for (const [name, model] of Object.entries({ interventionModel, observationalModel }))
		if (model !== undefined)
			sayings.push({
				says: sentenceFor(
					models,
					model,
					(quoted) => `The record gives the form of its groups as ${quoted}.`
				),
				fields: [
					field(`${info}.${name}`),
					...(oneGroup && allocation === 'NA' ? [field(`${info}.allocation`)] : [])
				]
			});
	return sayings;
}
