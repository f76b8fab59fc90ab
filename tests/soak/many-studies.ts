import { studiesAt } from '../fixtures/studies/studies.ts';

/** As many invented studies as a test needs: the fixtures, and copies of them under other numbers. */
export function manyStudies(count: number): unknown[] {
	const originals = studiesAt(new Date().toISOString().slice(0, 10));
	return Array.from({ length: count }, (_, at) => {
		const original = originals[at % originals.length];
		const copy = Math.floor(at / originals.length);
		return copy === 0 ? original : renumbered(original, copy);
	});
}

/** The record with another number in all places, and without the old numbers that led to it. */
function renumbered(record: unknown, copy: number): unknown {
	const text = JSON.stringify(record)
		.replaceAll('NCT90', `NCT${String(91 + (copy % 9))}`)
		.replaceAll(
			/NCT(9[1-9])0{2}(\d{4})/g,
			`NCT$1${String(Math.floor(copy / 9)).padStart(2, '0')}$2`
		);
	return JSON.parse(text.replace(/"nctIdAliases":\[[^\]]*\],?/, ''));
}

/** Numbers of records, where they say one. */
export function idsOf(records: readonly unknown[]): string[] {
	return records.flatMap((record) => {
		const [, id] = /"nctId":"(NCT\d{8})"/.exec(JSON.stringify(record)) ?? [];
		return id === undefined ? [] : [id];
	});
}

/** The first records with another title: what the registry changes from one day to the next. */
export function revised(records: readonly unknown[], count: number, word: string): unknown[] {
	return records.map((record, at) =>
		at < count
			? JSON.parse(JSON.stringify(record).replace(/"briefTitle":"/, `"briefTitle":"${word}: `))
			: record
	);
}

/** The registry's stamps of its data, each later than the one before. */
export function stamps(): () => string {
	let second = 0;
	return () => new Date(Date.UTC(2026, 0, 5, 9, 0, second++)).toISOString().slice(0, 19);
}
