type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** Fields put back, and the events that tell the page so. */
interface Change {
	field: Field;
	restore: () => void;
	event: 'input' | 'change';
}

/**
 * Keeps what visitors wrote or chose before script took over, on a slow phone: hydration writes
 * the values that were served over it.
 * @param document as it stands before the page hydrates
 * @param fresh whether the page was opened anew. After a reload or a step back the browser fills in
 *   ticks and choices by itself, by their place in the form, and lists may have changed since: those
 *   are left to the link. Words are kept always.
 * @returns puts them back and tells the page (`input` for words, `change` for choices); to be called
 *   once the page has hydrated
 */
export function typedBefore(document: Document, fresh: boolean): () => void {
	const changes = [...document.querySelectorAll<Field>('input, textarea, select')]
		.map(changeOf)
		.filter((change) => change !== undefined)
		.filter(({ event }) => fresh || event === 'input');
	return () => {
		const standing = changes.filter(({ field }) => field.isConnected);
		for (const { restore } of standing) restore();
		for (const { field, event } of standing)
			field.dispatchEvent(new Event(event, { bubbles: true }));
	};
}

function changeOf(field: Field): Change | undefined {
	if (field instanceof HTMLSelectElement) {
		const served = [...field.options].find((option) => option.defaultSelected) ?? field.options[0];
		const { value } = field;
		if (value === served?.value) return undefined;
		return { field, restore: () => (field.value = value), event: 'change' };
	}
	if (field instanceof HTMLInputElement && ['checkbox', 'radio'].includes(field.type)) {
		const { checked } = field;
		if (checked === field.defaultChecked) return undefined;
		return { field, restore: () => (field.checked = checked), event: 'change' };
	}
	// a chosen file stays where it is, and no script may put it back: the page only has to hear of it
	if (field instanceof HTMLInputElement && field.type === 'file')
		return field.value === '' ? undefined : { field, restore: () => undefined, event: 'change' };
	const { value } = field;
	if (value === field.defaultValue) return undefined;
	return { field, restore: () => (field.value = value), event: 'input' };
}

/** Whether this page was opened by a link or an address, not by a reload or a step back. */
export function openedAnew(): boolean {
	const [opened] = performance.getEntriesByType('navigation');
	return opened instanceof PerformanceNavigationTiming && opened.type === 'navigate';
}
