import type { Study } from '#lib/study/study.ts';
import { field, listed, type Saying } from './saying.ts';

/** What a patient looks for, by the fields that would tell it. */
const expected = {
	'who it is for': ['eligibilityModule.sex', 'eligibilityModule.minimumAge'],
	'how many take part': ['designModule.enrollmentInfo.count'],
	'where it is': ['contactsLocationsModule.locations'],
	'its status': ['statusModule.overallStatus']
};

/** Values of these fields are shown as sent where they could not be read. */
const shown: [ending: RegExp, name: string][] = [
	[/enrollmentInfo\.count$/, 'the number of people'],
	[/minimumAge$/, 'the lowest age'],
	[/maximumAge$/, 'the highest age'],
	[/\.startDateStruct\.date$/, 'its start'],
	[/\.completionDateStruct\.date$/, 'its end'],
	[/statusVerifiedDate$/, 'its last check'],
	[/resultsFirstPostDateStruct\.date$/, 'the day of its results']
];

/** Values that the record gives and that cannot be read: not the same as not stated. */
export function unreadIn({ unread }: Study): Saying[] {
	return unread.flatMap(({ field: path, value }) => {
		const name = shown.find(([ending]) => ending.test(path))?.[1];
		return name === undefined
			? []
			: [{ says: `For ${name} the record has “${value}”, which we cannot read.`, fields: [path] }];
	});
}

/**
 * What the record leaves open of the things that a patient looks for, in one sentence. Access outside
 * a trial has no planned number of people.
 */
export function notStated(study: Study): Saying[] {
	const { eligibility, enrollment, sites, status, type, unread } = study;
	const { sex, minimumAge, maximumAge, ageGroups } = eligibility;
	const told = {
		'who it is for': Boolean(sex ?? minimumAge ?? maximumAge) || ageGroups.length > 0,
		'how many take part': enrollment !== undefined || type === 'EXPANDED_ACCESS',
		'where it is': sites.length > 0,
		'its status': status !== undefined
	} satisfies Record<keyof typeof expected, boolean>;
	const open = Object.entries(expected).flatMap(([name, paths]) => {
		const fields = paths.map(field);
		const isTold = Object.entries(told).some(([thing, yes]) => thing === name && yes);
		return isTold || unread.some(({ field: path }) => fields.includes(path))
			? []
			: [{ name, fields }];
	});
	const names = open.map(({ name }) => name);
	const fields = open.flatMap((each) => each.fields);
	if (names.length === 0) return [];
	const says =
		names.length === 1
			? `Not stated by the study: ${names.join('')}.`
			: `The record does not state ${listed(names, 'or')}.`;
	return [{ says, fields }];
}
