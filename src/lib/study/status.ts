import { latest } from './date.ts';
import type { Study } from './study.ts';

/** The registry's statuses (API reference §6.6), in plain words. Others are shown as they come. */
export const statuses: Record<string, string> = {
	RECRUITING: 'Recruiting',
	NOT_YET_RECRUITING: 'Not yet recruiting',
	ENROLLING_BY_INVITATION: 'By invitation only',
	ACTIVE_NOT_RECRUITING: 'Running, no longer recruiting',
	COMPLETED: 'Completed',
	SUSPENDED: 'Paused',
	TERMINATED: 'Stopped early',
	WITHDRAWN: 'Withdrawn before it began',
	UNKNOWN: 'Unknown',
	AVAILABLE: 'Available outside a trial',
	NO_LONGER_AVAILABLE: 'No longer available',
	TEMPORARILY_NOT_AVAILABLE: 'Temporarily not available',
	APPROVED_FOR_MARKETING: 'Approved for sale',
	WITHHELD: 'Details withheld'
};

/** A vocabulary word of the registry as people read it; an unknown one as it is. */
export function statusLabel(status: string | undefined): string {
	if (status === undefined) return 'Status not stated';
	return Object.hasOwn(statuses, status) ? (statuses[status] ?? status) : status;
}

/** `NOT_YET_RECRUITING` → `not-yet-recruiting`, as in links. */
export function kebab(word: string): string {
	return word.toLowerCase().replaceAll('_', '-');
}

const recruitingOrSoon = new Set(['RECRUITING', 'NOT_YET_RECRUITING']);

/** Does the record say that the study takes people, or soon will? Says nothing about its age. */
export function saysOpen(study: Pick<Study, 'status'>): boolean {
	return study.status !== undefined && recruitingOrSoon.has(study.status);
}

/**
 * Was the record confirmed by its sponsor within two years? After that the registry itself calls a
 * status unknown (API reference §9). No verification date means: not confirmed.
 */
export function isConfirmed(study: Pick<Study, 'verified'>, today: string): boolean {
	return study.verified !== undefined && latest(study.verified) >= yearsBefore(today, 2);
}

/** Recruiting or soon to, and confirmed within two years: the only studies that count as open. */
export function isOpen(study: Pick<Study, 'status' | 'verified'>, today: string): boolean {
	return saysOpen(study) && isConfirmed(study, today);
}

/** The same day some years before, as `yyyy-MM-dd`. */
function yearsBefore(day: string, years: number): string {
	return `${Number(day.slice(0, 4)) - years}${day.slice(4)}`;
}
