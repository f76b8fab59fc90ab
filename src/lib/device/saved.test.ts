import { describe, expect, it } from 'vitest';
import { changeIn, empty, lookInto, savedKey, type Drawer } from './drawer.ts';
import {
	exportText,
	importSaved,
	localDay,
	noteLimit,
	readSaved,
	savedText,
	withNote,
	withoutStudy,
	withStudy,
	type KeptStudy
} from './saved.ts';

const kept = (number: number, note = ''): KeptStudy => ({
	nctId: `NCT9000000${number}`,
	title: `Study ${number}`,
	savedOn: '2026-06-15',
	note
});

/** A drawer with room for so many characters. */
function drawerWith(texts: Record<string, string> = {}, room = Infinity) {
	const lying = new Map(Object.entries(texts));
	const drawer: Drawer = {
		getItem: (key) => lying.get(key) ?? null,
		removeItem: (key) => void lying.delete(key),
		setItem(key, text) {
			const others = [...lying].filter(([other]) => other !== key).map(([, each]) => each);
			if (others.join('').length + text.length > room) throw new Error('no room');
			lying.set(key, text);
		}
	};
	return { drawer, lying };
}

describe('what is kept', () => {
	it('comes back as it was, with its notes', () => {
		const studies = [kept(1, 'Ask “how far”?\n<b>&'), kept(2)];
		expect(readSaved(savedText(studies))).toEqual({ studies });
		expect(readSaved(exportText(studies, '2026-06-15'))).toEqual({ studies });
	});

	it('is given as far as it can be read, and said not to be all', () => {
		const text = JSON.stringify({
			version: 1,
			studies: [kept(1), { ...kept(2), savedOn: '2026-02-31' }, 7, { ...kept(3), nctId: 'NCT3' }]
		});
		expect(readSaved(text)).toEqual({ studies: [kept(1)], unread: 'damaged' });
	});

	it.each(['', 'null', '[]', '{"version":1}', '{"version":"2","studies":[]}', '{"studies":[]}'])(
		'never throws on %j',
		(text) => {
			expect(readSaved(text)).toEqual({ studies: [], unread: 'damaged' });
		}
	);

	it('of a later version is not read as if it were ours, whatever its shape', () => {
		expect(readSaved(JSON.stringify({ version: 2, studies: [kept(1)] })).unread).toBe('newer');
		expect(readSaved('{"version":3,"lists":{}}')).toEqual({ studies: [], unread: 'newer' });
	});

	it('holds each study once, and loses no note of the second', () => {
		const text = savedText([kept(1, 'one'), kept(1, 'two')]);
		expect(readSaved(text).studies).toEqual([kept(1, 'one\n\ntwo')]);
	});
});

describe('changes', () => {
	it('adding twice keeps the first and its note', () => {
		expect(withStudy([kept(1, 'mine')], kept(1))).toEqual([kept(1, 'mine')]);
	});

	it('removing and writing touch one study only', () => {
		const both = [kept(1), kept(2)];
		expect(withoutStudy(both, 'NCT90000001')).toEqual([kept(2)]);
		expect(withNote(both, 'NCT90000002', 'x'.repeat(noteLimit + 1))).toEqual([
			kept(1),
			kept(2, 'x'.repeat(noteLimit))
		]);
	});

	it('name the day where the visitor is, not the day in Greenwich', () => {
		expect(localDay(new Date(2026, 0, 5, 23, 59))).toBe('2026-01-05');
	});
});

describe('import', () => {
	const file = (...studies: unknown[]) => JSON.stringify({ version: 1, studies });

	it('says by name what was taken and what was not', () => {
		const came = importSaved(
			[kept(1, 'mine')],
			file(kept(1), kept(2), { title: 'Bad one', nctId: 'X' }, 5)
		);
		expect(came).toEqual({
			studies: [kept(1, 'mine'), kept(2)],
			added: ['Study 2'],
			noteAdded: [],
			same: ['Study 1'],
			refused: [
				{ name: 'Bad one', reason: 'it has no study number' },
				{ name: 'Number 4 in the file', reason: expect.any(String) }
			]
		});
	});

	it('keeps both notes, once, however often the file is brought', () => {
		const first = importSaved([kept(1, 'mine')], file(kept(1, 'theirs')));
		if (!('studies' in first)) throw new Error('not read');
		expect(first.studies).toEqual([kept(1, 'mine\n\ntheirs')]);
		expect(importSaved(first.studies, file(kept(1, 'theirs')))).toMatchObject({
			studies: first.studies,
			same: ['Study 1']
		});
	});

	it('lets the kept note stay where both together are too long', () => {
		const mine = kept(1, 'a'.repeat(1500));
		const came = importSaved([mine], file(kept(1, 'b'.repeat(1500))));
		expect(came).toMatchObject({ studies: [mine], refused: [{ name: 'Study 1' }] });
	});

	it('takes nothing of a file that is not ours, or of a later version', () => {
		expect(importSaved([], '<html>')).toEqual({ reason: 'damaged' });
		expect(importSaved([], '{"version":2,"studies":[]}')).toEqual({ reason: 'newer' });
	});
});

describe('the drawer', () => {
	it('puts aside whole what cannot be read, before anything is written over it', () => {
		const newer = JSON.stringify({ version: 9, studies: [kept(5)] });
		const { drawer, lying } = drawerWith({ [savedKey]: newer });
		expect(lookInto(drawer)).toEqual({ studies: [], unread: 'newer', aside: [newer] });
		changeIn(drawer, (studies) => withStudy(studies, kept(1)));
		expect(lookInto(drawer)).toEqual({ studies: [kept(1)], aside: [newer] });
		// and a second one does not take the place of the first
		lying.set(savedKey, 'broken');
		changeIn(drawer, (studies) => [...studies]);
		expect(lookInto(drawer).aside).toEqual([newer, 'broken']);
	});

	it('changes nothing where there is no room to put it aside', () => {
		const { drawer, lying } = drawerWith({ [savedKey]: 'broken' }, 8);
		expect(() => {
			changeIn(drawer, (studies) => withStudy(studies, kept(1)));
		}).toThrow();
		expect([...lying]).toEqual([[savedKey, 'broken']]);
	});

	it('takes up what another tab wrote meanwhile', () => {
		const { drawer } = drawerWith({ [savedKey]: savedText([kept(1)]) });
		changeIn(drawer, (studies) => withStudy(studies, kept(2)));
		expect(lookInto(drawer).studies).toEqual([kept(1), kept(2)]);
	});

	it('is empty after it was emptied, and what is not ours stays', () => {
		const { drawer, lying } = drawerWith({ [savedKey]: 'broken', other: 'x' });
		changeIn(drawer, () => [kept(1)]);
		empty(drawer);
		expect([...lying]).toEqual([['other', 'x']]);
	});
});
