import { beforeEach, expect, it } from 'vitest';
import { typedBefore } from './typed-before.ts';

const field = <T extends Element>(kind: new () => T, id: string): T => {
	const found = document.getElementById(id);
	if (found instanceof kind) return found;
	throw new Error(`no ${id}`);
};
const words = () => field(HTMLInputElement, 'words');
const tick = () => field(HTMLInputElement, 'tick');
const choice = () => field(HTMLSelectElement, 'choice');
let heard: string[] = [];

beforeEach(() => {
	heard = [];
	document.body.innerHTML = `<form>
		<input id="words" value="served"><input id="other" value="also served">
		<input id="tick" type="checkbox">
		<input id="file" type="file">
		<select id="choice"><option value="">any</option><option value="50mi">50 miles</option></select>
		<select id="untouched"><option value="a">a</option><option value="b" selected>b</option></select>
	</form>`;
	for (const event of ['input', 'change'])
		document.querySelector('form')?.addEventListener(event, ({ target }) => {
			if (target instanceof Element) heard.push(`${event} ${target.id}`);
		});
});

/** A visitor is quicker than the script, and hydration writes over it. */
function typeThenHydrate(fresh: boolean) {
	words().value = 'iron';
	tick().checked = true;
	choice().value = '50mi';
	const restore = typedBefore(document, fresh);
	words().value = 'served';
	tick().checked = false;
	choice().value = '';
	return restore;
}

it('puts back words, ticks and choices, and says so once all are back', () => {
	typeThenHydrate(true)();
	expect([words().value, tick().checked, choice().value]).toEqual(['iron', true, '50mi']);
	expect(heard).toEqual(['input words', 'change tick', 'change choice']);
});

it('keeps words alone after a reload, where the browser filled in the ticks', () => {
	typeThenHydrate(false)();
	expect([words().value, tick().checked, choice().value]).toEqual(['iron', false, '']);
	expect(heard).toEqual(['input words']);
});

it('leaves what nobody touched, and fields that are gone', () => {
	typedBefore(document, true)();
	expect(heard).toEqual([]);
	const restore = typeThenHydrate(true);
	words().remove();
	restore();
	expect(heard).toEqual(['change tick', 'change choice']);
});

it('tells the page of a file that was chosen before', () => {
	const files = new DataTransfer();
	files.items.add(new File(['{}'], 'saved.json'));
	field(HTMLInputElement, 'file').files = files.files;
	typedBefore(document, true)();
	expect(heard).toEqual(['change file']);
	expect(field(HTMLInputElement, 'file').files).toHaveLength(1);
});
