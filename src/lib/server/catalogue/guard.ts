import type { Refresh, Store } from '#lib/server/store/store.ts';

/** The largest share of the last answer's studies that may be missing from one that is believed at once. */
const mostMissing = 0.2;
/** Of those missing from a second answer, the share that the first may have had. */
const mostOthers = 0.05;

/** What a complete answer of the registry was to, and the numbers of all studies in it. */
export interface Answered {
	/** The expressions that were asked. */
	question: readonly string[];
	/** The registry refused the wide question, so that the narrow one was asked. */
	narrow: boolean;
	/** Studies that were set aside count: the registry has them. */
	sent: ReadonlySet<string>;
}

/**
 * Stands between an answer of the registry and the store: an answer that lacks more than a fifth of
 * the studies of the last one is not believed before a second one lacks the same. What it remembers
 * is in memory only: after a restart, or in another process, such an answer is held back once more.
 */
export interface Guard {
	/** An answer is held back: the next one is wanted although the registry has nothing newer. */
	waiting(): boolean;
	/** Lets an answer through, or throws a sentence that says why it is held back. */
	pass(answered: Answered): Promise<void>;
	/** An answer has been stored, so that nothing is held back any more. */
	settle(): void;
}

export function createGuard(store: Store, log: (sentence: string) => void): Guard {
	/** What the held back answer lacked, and the run that it was compared with. */
	let held: { missing: ReadonlySet<string>; after: string } | undefined;

	return {
		waiting: () => held !== undefined,
		async pass(answered) {
			const live = await store.lastLive();
			if (!live || isOther(live, answered)) return;
			// not what is present now: studies that were imported since were never the registry's answer
			const before = (await store.asOf(live.endedAt))?.studies.map(({ nctId }) => nctId) ?? [];
			const missing = missingFrom(before, answered.sent);
			if (!isTooMuch(missing.length, before.length)) return;
			const after = stateOf(live);
			const how = `lacks ${missing.length} of the ${before.length} studies that it sent before`;
			if (held?.after === after && confirms(held.missing, missing)) {
				log(`A second answer of the registry ${how}: they leave`);
				return;
			}
			held = { missing: new Set(missing), after };
			const which = answered.narrow
				? 'The registry refused the wide question, and its answer to the narrow one'
				: "The registry's answer";
			throw new Error(`${which} ${how}; the old data stay until a second answer confirms it`);
		},
		settle() {
			held = undefined;
		}
	};
}

/** The studies of `before` that were not sent. */
export function missingFrom(before: readonly string[], sent: ReadonlySet<string>): string[] {
	return before.filter((id) => !sent.has(id));
}

/** Are so many of the studies missing that one answer is not enough? */
export function isTooMuch(missing: number, before: number): boolean {
	return missing > mostMissing * before;
}

/**
 * Does a second answer confirm the first: nearly all that it lacks was missing then as well? It may
 * have some again that the first lacked.
 */
export function confirms(first: ReadonlySet<string>, second: readonly string[]): boolean {
	const others = second.filter((id) => !first.has(id)).length;
	return others <= Math.ceil(mostOthers * second.length);
}

/**
 * Was it asked something else, so that the answers cannot be compared? The narrow question is asked
 * in place of any wide one, and must not empty the store of what only that one finds.
 */
function isOther(live: Refresh, answered: Answered): boolean {
	if (live.narrow || answered.narrow) return false;
	return JSON.stringify(live.question) !== JSON.stringify(answered.question);
}

/** Changes when another process stores an answer, or hears that there is nothing newer. */
function stateOf({ id, checkedAt }: Refresh): string {
	return `${id} ${checkedAt ?? ''}`;
}
