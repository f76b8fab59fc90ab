import { changeIn, empty, lookInto, savedKey, type Contents, type Drawer } from './drawer.ts';
import {
	importSaved,
	localDay,
	withNote,
	withoutStudy,
	withStudy,
	type Imported,
	type KeptStudy,
	type Unread
} from './saved.ts';

/** `blocked`: the browser keeps nothing for this site; `full`: it did not keep the last change. */
export type Trouble = 'blocked' | 'full';

/** Only ever filled in a browser: on the server nothing opens it, so visitors share nothing. */
let contents = $state.raw<Contents>({ studies: [], aside: [] });
let trouble = $state.raw<Trouble>();
let ready = $state.raw(false);

/** What this browser keeps of saved studies. */
export const saved = {
	/** There is script, and the browser has been asked. */
	get ready(): boolean {
		return ready;
	},
	get studies(): readonly KeptStudy[] {
		return contents.studies;
	},
	get trouble(): Trouble | undefined {
		return trouble;
	},
	/** Why not all could be read. */
	get unread(): Unread | undefined {
		return contents.unread;
	},
	/** Texts that could not be read, whole. */
	get aside(): readonly string[] {
		return contents.aside;
	},
	find(id: string): KeptStudy | undefined {
		return contents.studies.find(({ nctId }) => nctId === id);
	}
};

/** Looks what is kept, and from then on hears of other tabs. For `onMount`; may be called often. */
export function openSaved(): void {
	if (ready) return;
	ready = true;
	look();
	addEventListener('storage', ({ key }) => {
		// no key: all was cleared
		if (key === null || key.startsWith(savedKey)) look();
	});
	// a page that comes back from the browser's memory has heard nothing meanwhile
	addEventListener('pageshow', ({ persisted }) => {
		if (persisted) look();
	});
}

/** Saves a study as of today. */
export function save(study: Pick<KeptStudy, 'nctId' | 'title'>): void {
	change((studies) => withStudy(studies, { ...study, savedOn: localDay(), note: '' }));
}

/** Puts a study back as it was, after its removal. */
export function restore(study: KeptStudy): void {
	change((studies) => withStudy(studies, study));
}

/** Removes a study with its note. */
export function remove(id: string): void {
	change((studies) => withoutStudy(studies, id));
}

/** Writes the note on a saved study. */
export function note(id: string, text: string): void {
	change((studies) => withNote(studies, id, text));
}

/** Takes over the studies of an exported file; nothing is changed where it cannot be read or kept. */
export function importFile(text: string): Imported | { reason: Unread | Trouble } {
	look();
	const came = importSaved(contents.studies, text);
	if ('reason' in came) return came;
	change(() => came.studies);
	return trouble === undefined ? came : { reason: trouble };
}

/** Deletes all that this site keeps of saved studies in this browser. */
export function deleteAll(): void {
	withDrawer(empty);
}

function look(): void {
	withDrawer(() => undefined);
}

function change(how: (studies: readonly KeptStudy[]) => KeptStudy[]): void {
	withDrawer((drawer) => {
		changeIn(drawer, how);
	});
}

function withDrawer(work: (drawer: Drawer) => void): void {
	let drawer: Drawer;
	try {
		drawer = localStorage;
		contents = lookInto(drawer);
	} catch {
		trouble = 'blocked';
		return;
	}
	try {
		work(drawer);
		trouble = undefined;
	} catch {
		trouble = 'full';
	}
	contents = lookInto(drawer);
}
