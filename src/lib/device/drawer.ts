import { readSaved, savedText, type KeptStudy, type Reading } from './saved.ts';

/** A place for texts by key, such as `localStorage`; each call may throw. */
export type Drawer = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** Where the saved studies lie. */
export const savedKey = 'rls-saved';

/** Where texts lie that could not be read when something else had to be written: up to this many. */
const asideKeys = Array.from({ length: 9 }, (_, n) => `${savedKey}-aside${n === 0 ? '' : n + 1}`);

/** What lies in the drawer: what could be read of it, and the texts that could not, whole. */
export interface Contents extends Reading {
	aside: string[];
}

/** Looks into the drawer and changes nothing. @throws what the drawer throws */
export function lookInto(drawer: Drawer): Contents {
	const text = drawer.getItem(savedKey);
	const reading = text === null ? { studies: [] } : readSaved(text);
	const aside = asideKeys.map((key) => drawer.getItem(key)).filter((kept) => kept !== null);
	const unread = text !== null && reading.unread !== undefined && !aside.includes(text);
	return { ...reading, aside: unread ? [text, ...aside] : aside };
}

/**
 * Changes what is kept, from what lies there now: another tab may have written since. A text that
 * cannot be read is first put aside whole.
 * @throws what the drawer throws, or where there is no more place aside; then all is as it was
 */
export function changeIn(
	drawer: Drawer,
	change: (studies: readonly KeptStudy[]) => KeptStudy[]
): void {
	const text = drawer.getItem(savedKey);
	const reading = text === null ? { studies: [] } : readSaved(text);
	if (text !== null && reading.unread !== undefined) putAside(drawer, text);
	drawer.setItem(savedKey, savedText(change(reading.studies)));
}

/** Takes all out that this site put in, what was put aside too. @throws what the drawer throws */
export function empty(drawer: Drawer): void {
	for (const key of [savedKey, ...asideKeys]) drawer.removeItem(key);
}

function putAside(drawer: Drawer, text: string): void {
	const key = asideKeys.find((each) => [null, text].includes(drawer.getItem(each)));
	if (key === undefined) throw new Error('no place aside');
	drawer.setItem(key, text);
}
