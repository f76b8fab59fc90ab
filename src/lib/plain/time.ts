import { inWords, latest, type PartialDate } from '#lib/study/date.ts';
import type { DatedFact, Study } from '#lib/study/study.ts';
import { field, statedFields, type Saying } from './saying.ts';

/**
 * When it runs: start and end, as precise as the record gives them. No length is worked out: it
 * would claim more than dates of month precision tell.
 */
export function timesOf({ start, completion, design }: Study, today: string): Saying[] {
	const sayings: Saying[] = [];
	if (start)
		sayings.push({
			says: sentence(start, ['It began', 'It plans to begin', 'Its start'], today),
			fields: fieldsOf('startDateStruct', start)
		});
	if (completion)
		sayings.push({
			says: sentence(completion, ['It ended', 'It plans to end', 'Its end'], today),
			fields: fieldsOf('completionDateStruct', completion)
		});
	if (design.targetDuration !== undefined)
		sayings.push({
			says: `Each person is to be followed for ${design.targetDuration.toLowerCase()}.`,
			fields: [field('designModule.targetDuration')]
		});
	return sayings;
}

/** A date with the word that goes before it: "on March 3, 2020", "in March 2020". */
export function onDate(date: PartialDate): string {
	return `${date.length === 10 ? 'on' : 'in'} ${inWords(date)}`;
}

/** A planned date that is past stays a plan: nobody has said that it came true. */
function sentence(
	{ date, kind }: DatedFact,
	[actual, planned, name]: readonly [string, string, string],
	today: string
): string {
	if (kind === 'ACTUAL') return `${actual} ${onDate(date)}.`;
	if (kind === 'ESTIMATED')
		return latest(date) < today
			? `${name} was planned for ${inWords(date)}.`
			: `${planned} ${onDate(date)}.`;
	return kind === undefined
		? `${name} is given as ${inWords(date)}, planned or real.`
		: `${name} is given as ${inWords(date)} (“${kind}”).`;
}

function fieldsOf(struct: string, { date, kind }: DatedFact): string[] {
	return statedFields({
		[`statusModule.${struct}.date`]: date,
		[`statusModule.${struct}.type`]: kind
	});
}
