import { ago } from '#lib/study/date.ts';
import { isConfirmed, statusLabel } from '#lib/study/status.ts';
import type { Study } from '#lib/study/study.ts';
import { field, sentenceFor, statedFields, type Saying } from './saying.ts';
import { onDate } from './time.ts';

/** Statuses that do not change any more, however old the word on them is. */
const settled: Record<string, string> = {
	COMPLETED: 'It is finished.',
	TERMINATED: 'It was stopped early.',
	WITHDRAWN: 'It was called off before anyone joined.',
	NO_LONGER_AVAILABLE: 'It no longer gives access.',
	APPROVED_FOR_MARKETING: 'What it gave is now approved for sale.',
	WITHHELD: 'The details of this study are withheld.'
};

/** Statuses that hold only while the sponsor confirms them. */
const current: Record<string, string> = {
	RECRUITING: 'It is open: it takes people.',
	NOT_YET_RECRUITING: 'It plans to take people, but has not yet begun to.',
	ENROLLING_BY_INVITATION: 'It takes only people whom the study team asks.',
	ACTIVE_NOT_RECRUITING: 'It still runs, but takes no more people.',
	SUSPENDED: 'It is paused.',
	AVAILABLE: 'It gives access now.',
	TEMPORARILY_NOT_AVAILABLE: 'It gives no access for now.'
};

/** The status in plain words, how old the word on it is, and whether results are posted. */
export function standingOf(study: Study, today: string): Saying[] {
	return [...statusOf(study, today), ...resultsOf(study)];
}

function statusOf(study: Study, today: string): Saying[] {
	const { status, verified, lastKnownStatus } = study;
	if (status === undefined) return [];
	const fields = statedFields({
		'statusModule.overallStatus': status,
		'statusModule.lastKnownStatus': status === 'UNKNOWN' ? lastKnownStatus : undefined
	});
	const check = [field('statusModule.statusVerifiedDate')];
	const age = verified === undefined ? undefined : ago(verified, today);
	const passed = age === undefined || age === 'not past' ? '' : ` (${age})`;
	const checked: Saying =
		verified === undefined
			? { says: 'No clear date tells when this was last checked.', fields: check }
			: { says: `The sponsor last checked this ${onDate(verified)}${passed}.`, fields: check };
	if (!Object.hasOwn(current, status) || isConfirmed(study, today))
		return [{ says: sentence(study, status), fields }, checked];
	const quoted = `“${statusLabel(status).toLowerCase()}”`;
	const says =
		verified === undefined
			? `The record says ${quoted}, but no clear date tells when this was last checked.`
			: `The record said ${quoted} ${onDate(verified)}${passed}, and no one has confirmed that since.`;
	return [{ says, fields: [...fields, ...check] }];
}

function sentence({ lastKnownStatus }: Study, status: string): string {
	if (status === 'UNKNOWN')
		return lastKnownStatus === undefined
			? 'Its status is not known.'
			: `Its status is not known; it was last known as “${statusLabel(lastKnownStatus).toLowerCase()}”.`;
	return sentenceFor(
		{ ...settled, ...current },
		status,
		(quoted) => `The record gives the status as ${quoted}.`
	);
}

function resultsOf({ hasResults, resultsPosted }: Study): Saying[] {
	if (hasResults === undefined && !resultsPosted) return [];
	const since = resultsPosted ? ` ${onDate(resultsPosted.date)}` : '';
	return [
		{
			says:
				hasResults === false && !resultsPosted
					? 'No results are posted.'
					: since
						? `Its results were posted${since}.`
						: 'Its results are posted.',
			fields: [
				...(hasResults === undefined ? [] : ['hasResults']),
				...statedFields({ 'statusModule.resultsFirstPostDateStruct.date': resultsPosted?.date })
			]
		}
	];
}
