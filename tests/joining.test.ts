import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { burdenOf, isBurdenKind } from '#lib/plain/burden.ts';
import { medicineRules, ruleKinds } from '#lib/plain/medicine-rules.ts';
import { parseRecord, translate } from '#lib/server/registry/registry.ts';
import { readRecords } from '../src/bin/records.ts';

/** The hand-made list and its rules: tests/fixtures/joining/README.md. Real records only where there are some. */
const corpus = process.env['CORPUS_DIR'] ?? '../shared/corpus';
const folders = ['rls', 'near', 'any'].map((name) => join(corpus, name));
const own = ['authored', 'held-out'].map((name) => join('tests/fixtures', name, 'records'));
const goldFile = 'tests/fixtures/joining/gold.tsv';

interface Place {
	nct: string;
	kind: string;
	field: string;
	start: number;
	end: number;
}

interface Line extends Place {
	sha: string;
}

/** The lines of the list; lines of the kind `nothing` have no place. */
function readGold(text: string): Line[] {
	const [head = '', ...rows] = text.replace(/\r/g, '').trimEnd().split('\n');
	const columns = head.split('\t');
	return rows.map((row) => {
		const cells = row.split('\t');
		const cell = (name: string) => cells[columns.indexOf(name)] ?? '';
		return {
			nct: cell('nct'),
			kind: cell('kind'),
			field: cell('field'),
			start: Number(cell('start')),
			end: Number(cell('end')),
			sha: cell('sha')
		};
	});
}

/** Same record, kind and field, and the two overlap in at least half of the shorter one. */
function matches(a: Place, b: Place, anyKind = false): boolean {
	if (a.nct !== b.nct || a.field !== b.field || (!anyKind && a.kind !== b.kind)) return false;
	const overlap = Math.min(a.end, b.end) - Math.max(a.start, b.start);
	return overlap > 0 && overlap * 2 >= Math.min(a.end - a.start, b.end - b.start);
}

interface Score {
	precision: number;
	recall: number;
	shown: number;
	lines: number;
	wrong: Place[];
	missed: Place[];
}

function ratio(part: number, whole: number): number {
	return whole === 0 ? 1 : part / whole;
}

/** A passage that is called unclear where a line has another kind claims nothing: it is not counted as shown. */
function scoreMedicines(shown: readonly Place[], lines: readonly Place[]): Score {
	const counted = shown.filter(
		(place) =>
			place.kind !== 'unclear' ||
			lines.some((line) => matches(place, line)) ||
			!lines.some((line) => matches(place, line, true))
	);
	const wrong = counted.filter((place) => !lines.some((line) => matches(place, line)));
	const missed = lines.filter((line) => !shown.some((place) => matches(place, line)));
	return {
		precision: ratio(counted.length - wrong.length, counted.length),
		recall: ratio(lines.length - missed.length, lines.length),
		...{ shown: counted.length, lines: lines.length, wrong, missed }
	};
}

/** Precision by passage; recall by record and kind: one right passage is enough. */
function scoreBurden(shown: readonly Place[], lines: readonly Place[]): Score {
	const wrong = shown.filter((place) => !lines.some((line) => matches(place, line)));
	const pair = ({ nct, kind }: Place) => `${nct} ${kind}`;
	const right = new Set(shown.filter((place) => !wrong.includes(place)).map(pair));
	const asked = [...new Map(lines.map((line) => [pair(line), line])).values()];
	const missed = asked.filter((line) => !right.has(pair(line)));
	return {
		precision: ratio(shown.length - wrong.length, shown.length),
		recall: ratio(asked.length - missed.length, asked.length),
		...{ shown: shown.length, lines: asked.length, wrong, missed }
	};
}

function studiesIn(paths: readonly string[]) {
	return readRecords(paths).map((record) => {
		const parsed = parseRecord(record);
		if (!parsed.ok) throw new Error(`${parsed.nctId ?? 'a record'}: ${parsed.reason}`);
		return { record, study: translate(parsed.wire) };
	});
}

/** The text of a record at a path such as `protocolSection.descriptionModule.briefSummary`. */
function textAt(record: unknown, path: string): string | undefined {
	const value = path
		.replace(/\[(\d+)\]/g, '.$1')
		.split('.')
		.reduce<unknown>(
			(at, key) =>
				typeof at === 'object' && at !== null
					? Object.entries(at).find(([name]) => name === key)?.[1]
					: undefined,
			record
		);
	return typeof value === 'string' ? value : undefined;
}

function shortHash(text: string): string {
	return createHash('sha256').update(text, 'utf8').digest('hex').slice(0, 8);
}

/** What a reader of a failure needs: which records and places, by kind. */
function told({ wrong, missed, ...counts }: Score): string {
	const list = (places: Place[]) =>
		places
			.map(({ nct, kind, field, start, end }) => `${nct} ${kind} ${field} ${start}-${end}`)
			.join('\n');
	return `${JSON.stringify(counts)}\nwrong:\n${list(wrong)}\nmissed:\n${list(missed)}`;
}

describe('the scorer', () => {
	const line = (kind: string, start: number, end: number, nct = 'NCT80000001'): Place => ({
		...{ nct, kind, field: 'criteria', start, end }
	});

	it('reads a table by its head line, and the kind that has no place', () => {
		const text =
			'nct\tkind\tfield\tstart\tend\tsha\tnote\n' +
			'NCT80000001\tmust-stop\tcriteria\t10\t30\tabcdef01\ta word\n' +
			'NCT80000002\tnothing\t\t\t\t\t\n';
		expect(readGold(text)).toEqual([
			{ ...line('must-stop', 10, 30), sha: 'abcdef01' },
			{ nct: 'NCT80000002', kind: 'nothing', field: '', start: 0, end: 0, sha: '' }
		]);
	});

	it('wants half of the shorter passage, not of the longer one', () => {
		expect(matches(line('a', 0, 100), line('a', 90, 110))).toBe(true);
		expect(matches(line('a', 0, 100), line('a', 91, 111))).toBe(false);
		expect(matches(line('a', 0, 10), line('a', 10, 20))).toBe(false);
		expect(matches(line('a', 0, 10), line('a', 0, 10, 'NCT80000002'))).toBe(false);
	});

	it('takes "unclear" for not found where a line has another kind, for wrong where there is none', () => {
		const lines = [line('must-stop', 0, 10), line('not-allowed', 20, 30)];
		const kind = scoreMedicines([line('unclear', 0, 10), line('not-allowed', 20, 30)], lines);
		expect([kind.precision, kind.recall]).toEqual([1, 0.5]);
		const none = scoreMedicines([line('unclear', 50, 60), line('not-allowed', 20, 30)], lines);
		expect([none.precision, none.recall]).toEqual([0.5, 0.5]);
		const other = scoreMedicines([line('allowed-stable', 0, 10)], lines);
		expect([other.precision, other.recall]).toEqual([0, 0]);
	});

	it('counts the recall of burden by record and kind, its precision by passage', () => {
		const lines = [line('visits', 0, 10), line('visits', 20, 30), line('pay', 40, 50)];
		const score = scoreBurden([line('visits', 0, 10), line('visits', 60, 70)], lines);
		expect([score.precision, score.recall]).toEqual([0.5, 0.5]);
	});
});

describe.skipIf(!existsSync(goldFile) || !folders.every((folder) => existsSync(folder)))(
	'the hand-made list',
	() => {
		const lines = existsSync(goldFile) ? readGold(readFileSync(goldFile, 'utf8')) : [];
		const ids = new Set(lines.map(({ nct }) => nct));
		const records = folders.every((folder) => existsSync(folder))
			? studiesIn(folders).filter(({ study }) => ids.has(study.nctId))
			: [];
		const places = lines.filter(({ kind }) => kind !== 'nothing');
		const isMedicine = ({ kind }: Place) => ruleKinds.some((each) => each === kind);

		it('is about these very texts, in kinds that there are', () => {
			expect(new Set(records.map(({ study }) => study.nctId))).toEqual(ids);
			const faults = places.filter(({ nct, kind, field, start, end, sha }) => {
				const record = records.find(({ study }) => study.nctId === nct)?.record;
				const text = textAt(record, field);
				const known = isBurdenKind(kind) || ruleKinds.some((each) => each === kind);
				const within = text !== undefined && start >= 0 && start < end && end <= text.length;
				return !known || !within || shortHash(text) !== sha;
			});
			expect(faults).toEqual([]);
		});

		it('medicines: at least 0.95 of what is shown is right, at least 0.85 of what there is is shown', () => {
			const shown = records.flatMap(({ study }) =>
				medicineRules(study).map((rule) => ({ ...rule, nct: study.nctId }))
			);
			const score = scoreMedicines(shown, places.filter(isMedicine));
			expect(score.precision, told(score)).toBeGreaterThanOrEqual(0.95);
			expect(score.recall, told(score)).toBeGreaterThanOrEqual(0.85);
		});

		it('burden: at least 0.95 of what is shown is right, at least 0.85 of what there is is shown', () => {
			const shown = records.flatMap(({ study }) =>
				burdenOf(study).flatMap(({ kind, quotes }) =>
					quotes.map((quote) => ({ ...quote, kind, nct: study.nctId }))
				)
			);
			const score = scoreBurden(
				shown,
				places.filter(({ kind }) => isBurdenKind(kind))
			);
			expect(score.precision, told(score)).toBeGreaterThanOrEqual(0.95);
			expect(score.recall, told(score)).toBeGreaterThanOrEqual(0.85);
		});
	}
);

for (const folder of [...folders, ...own])
	describe.skipIf(!existsSync(folder))(`the records of ${folder}`, () => {
		it('all that is shown is verbatim, in order, and no passage is shown twice in a kind', () => {
			const faults: unknown[] = [];
			for (const { record, study } of studiesIn([folder])) {
				const rules = medicineRules(study);
				const lists = [rules, ...burdenOf(study).map(({ quotes }) => quotes)];
				for (const quotes of lists) {
					for (const { field, start, end, quote } of quotes)
						if (quote === '' || textAt(record, field)?.slice(start, end) !== quote)
							faults.push([study.nctId, field, start, quote]);
					const seen = quotes.map(({ field, start }) => `${field} ${start}`);
					if (new Set(seen).size !== seen.length) faults.push([study.nctId, 'twice']);
					for (const [i, { field, start }] of quotes.entries()) {
						const before = quotes[i - 1];
						if (before?.field === field && before.end > start)
							faults.push([study.nctId, field, 'not in order']);
					}
				}
				for (const { quote, durations, medicines } of rules)
					for (const piece of [...durations, ...medicines])
						if (!quote.includes(piece)) faults.push([study.nctId, piece, quote]);
			}
			expect(faults).toEqual([]);
		});
	});
