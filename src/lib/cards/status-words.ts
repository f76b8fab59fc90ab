import type { ListedStudy } from '#lib/search/listed.ts';
import { ago, inWords } from '#lib/study/date.ts';
import { saysOpen, statusLabel } from '#lib/study/status.ts';

/** What a status may be trusted for: `open` now, `stale` (was open, not confirmed since), or neither. */
export type Freshness = 'open' | 'stale' | 'closed';

type Stated = Pick<ListedStudy, 'status' | 'lastKnownStatus' | 'verified' | 'open'>;

/** Open and confirmed lately; open by an old record; or not open. */
export function freshness(study: Stated): Freshness {
	if (study.open) return 'open';
	return saysOpen(study.status === undefined ? {} : { status: study.status }) ? 'stale' : 'closed';
}

/**
 * How old the word on the status is: "confirmed by the sponsor 3 weeks ago". A study that was open
 * when it was last confirmed, over two years ago, is never called open.
 */
export function statusAge(study: Stated, today: string): string {
	if (study.verified === undefined) return 'date of the last check not stated';
	if (freshness(study) === 'stale')
		return `as recorded in ${inWords(study.verified)}, not confirmed since`;
	return `confirmed by the sponsor ${ago(study.verified, today)}`;
}

/** The status in plain words; for UNKNOWN also what it last was. */
export function statusWords(study: Stated): string {
	const { status, lastKnownStatus } = study;
	if (status !== 'UNKNOWN' || lastKnownStatus === undefined) return statusLabel(status);
	return `Unknown (was: ${statusLabel(lastKnownStatus).toLowerCase()})`;
}

const closed = new Set([
	'ACTIVE_NOT_RECRUITING',
	'COMPLETED',
	'SUSPENDED',
	'TERMINATED',
	'WITHDRAWN',
	'NO_LONGER_AVAILABLE',
	'TEMPORARILY_NOT_AVAILABLE'
]);

/** Whether a study that is neither recruiting nor about to takes people; what is not known is never "no". */
export function takesPeople(status: string): string {
	if (status === 'ENROLLING_BY_INVITATION')
		return 'It takes only people whom the study team invites.';
	if (status === 'AVAILABLE')
		return 'It gives a treatment outside of a trial. Ask the study team for whom.';
	return closed.has(status)
		? 'It does not take people now.'
		: 'What this status means for joining is not clear. Look at the current record.';
}
