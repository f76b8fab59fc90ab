import { isNctId, type NctId } from '#lib/study/study.ts';
import { most } from './most.ts';

const key = 'rls-picks';

let ids = $state.raw<readonly NctId[]>([]);
let ready = $state.raw(false);

/** The studies that a visitor picked to compare, in this tab, until it is closed. */
export const picks = {
	/** There is script. */
	get ready(): boolean {
		return ready;
	},
	get ids(): readonly NctId[] {
		return ids;
	},
	get full(): boolean {
		return ids.length >= most;
	}
};

/** Looks what was picked on the pages before. For `onMount`; may be called often. */
export function openPicks(): void {
	if (ready) return;
	ready = true;
	try {
		ids = (sessionStorage.getItem(key) ?? '').split(',').filter(isNctId).slice(0, most);
	} catch {
		// a browser that keeps nothing: picks last as long as the page
	}
}

/** Picks a study, or lets it go. Over the most, nothing changes. */
export function toggle(id: NctId): void {
	if (ids.includes(id)) keep(ids.filter((each) => each !== id));
	else if (ids.length < most) keep([...ids, id]);
}

/** Lets all go. */
export function clearPicks(): void {
	keep([]);
}

function keep(next: readonly NctId[]): void {
	ids = next;
	try {
		sessionStorage.setItem(key, next.join(','));
	} catch {
		// as above
	}
}
