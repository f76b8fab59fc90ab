import { contentHash } from './hash.ts';
import type { RefreshInput, StudyInput } from './save.ts';

/** A study of our own making; `title` makes another record, `cause` other labels. */
export function study(
	number: number,
	{ title = 'A study', cause = 'iron', rules = 'r1', record = {} } = {}
): StudyInput {
	const nctId = `NCT${String(number).padStart(8, '0')}`;
	const whole = {
		protocolSection: { identificationModule: { nctId, briefTitle: title } },
		...record
	};
	return {
		nctId,
		record: whole,
		hash: contentHash(whole),
		labels: { mechanisms: [{ id: cause }] },
		rules
	};
}

/** Studies 1 to n, as {@link study} makes them. */
export function studies(n: number, options?: Parameters<typeof study>[1]): StudyInput[] {
	return Array.from({ length: n }, (_, index) => study(index + 1, options));
}

/** The account of the run of a day of January. */
export function run(day: number, more: Partial<RefreshInput> = {}): RefreshInput {
	const date = `2026-01-${String(day).padStart(2, '0')}`;
	return {
		kind: 'live',
		startedAt: `${date}T10:00:00.000Z`,
		endedAt: `${date}T10:01:00.000Z`,
		question: { term: 'restless legs' },
		narrow: false,
		received: 0,
		repeated: 0,
		rules: 'r1',
		...more
	};
}
