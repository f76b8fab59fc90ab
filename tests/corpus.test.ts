import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { label } from '#lib/mechanism/label.ts';
import { rules } from '#lib/mechanism/rules.ts';
import { parseRecord, translate } from '#lib/server/registry/registry.ts';
import { readRecords } from '../src/bin/records.ts';

/** Real registry records, where somebody has a folder of them (CORPUS_DIR); our own invented ones always. */
const corpus = process.env['CORPUS_DIR'] ?? '../shared/corpus';
const sets = ['rls', 'near', 'any'].map((name) => ({ name, folder: join(corpus, name) }));
const own = ['authored', 'held-out'].map((name) => ({
	name,
	folder: join('tests/fixtures', name, 'records')
}));

/** White space collapsed and Markdown backslashes taken away, as the API promises of quotes. */
function plain(text: string): string {
	return text
		.replace(/\\([!-/:-@[-`{-~])/g, '$1')
		.replace(/\s+/g, ' ')
		.trim();
}

/** The text of a record at a path such as `protocolSection.outcomesModule.primaryOutcomes[0].measure`. */
function at(record: unknown, path: string): unknown {
	return path
		.replace(/\[(\d+)\]/g, '.$1')
		.split('.')
		.reduce<unknown>(
			(value, key) =>
				typeof value === 'object' && value !== null
					? Object.entries(value).find(([name]) => name === key)?.[1]
					: undefined,
			record
		);
}

function labelled(folder: string) {
	return readRecords([folder]).map((record) => {
		const parsed = parseRecord(record);
		if (!parsed.ok) throw new Error(`${parsed.nctId ?? 'a record'}: ${parsed.reason}`);
		const study = translate(parsed.wire);
		return { record, study, labels: label(study) };
	});
}

const known = new Set(rules.map(({ id }) => id));

for (const { name, folder } of [...sets, ...own])
	describe.skipIf(!existsSync(folder))(`the records of ${name}`, () => {
		it('every label but "none" and "observational" has proof, verbatim, by a rule that is explained', () => {
			const faults: unknown[] = [];
			for (const { record, study, labels } of labelled(folder)) {
				const given = [
					...labels.mechanisms,
					...labels.suspects,
					...labels.related,
					...labels.approaches
				];
				for (const { id, evidence } of given) {
					if (evidence.length === 0 && id !== 'none' && id !== 'observational')
						faults.push([study.nctId, id, 'no proof']);
					for (const { field, quote, rule } of evidence) {
						const text = at(record, field);
						const verbatim =
							typeof text === 'string' && quote !== undefined && plain(text).includes(plain(quote));
						if (!verbatim || !known.has(rule)) faults.push([study.nctId, id, field, quote, rule]);
					}
				}
			}
			expect(faults).toEqual([]);
		});
	});

describe.skipIf(!sets.every(({ folder }) => existsSync(folder)))('the corpus as a whole', () => {
	it('of the records of other conditions at most 2 are called core or partial', () => {
		const about = labelled(join(corpus, 'any'))
			.filter(({ labels }) => ['core', 'partial'].includes(labels.relevance))
			.map(({ study }) => study.nctId);
		expect(about.length, about.join(' ')).toBeLessThanOrEqual(2);
	});

	it('is read and labelled within 5 seconds', () => {
		const start = performance.now();
		for (const { folder } of sets) labelled(folder);
		expect(performance.now() - start).toBeLessThan(5000);
	});
});
