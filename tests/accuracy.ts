/*
 * Measures the labeller against labels that people gave:
 *   node tests/accuracy.ts --records DIR [--records DIR2] --labels FILE [--out FILE.json] [--bars]
 * DIR holds registry records (JSON), FILE is a table (TSV) with the columns nct_id, relevance,
 * mechanism_core, mechanism_also, condition_core, condition_also, approach_core, approach_also and,
 * where there is one, suspects. With --bars the exit code is 1 if a bar is missed.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { label } from '#lib/mechanism/label.ts';
import type { Labels } from '#lib/mechanism/labels.ts';
import { rulesVersion } from '#lib/mechanism/rules.ts';
import { suspects } from '#lib/mechanism/taxonomy.ts';
import { parseRecord, translate } from '#lib/server/registry/registry.ts';
import { wilson } from '#lib/mechanism/wilson.ts';
import { idsOf, scoreFacet, type Case, type FacetScore } from './accuracy-score.ts';

const scoredConditions = new Set(
	(
		'kidney parkinson diabetes rheumatoid-arthritis pregnancy iron-deficiency neuropathy plmd ' +
		'insomnia sleep-apnoea depression multiple-sclerosis opioid-use-disorder dementia children'
	).split(' ')
);
const bars = {
	mechanism: { micro: 0.97, macro: 0.95 },
	related: { micro: 0.95, macro: 0.95 },
	approach: { micro: 0.96, macro: 0.95 }
};
const relevanceBars = { exact: 0.97, partialRecall: 0.8 };

type Row = Record<string, string>;

interface Judged {
	id: string;
	row: Row;
	labels: Labels;
}

const { values } = parseArgs({
	options: {
		records: { type: 'string', multiple: true },
		labels: { type: 'string' },
		out: { type: 'string' },
		bars: { type: 'boolean', default: false }
	}
});
if (!values.records || values.labels === undefined) {
	console.error(
		'Usage: accuracy --records DIR [--records DIR2] --labels FILE [--out FILE] [--bars]'
	);
	process.exit(2);
}

const judged = judge(values.records, table(values.labels));
const facets = {
	mechanism: scoreFacet(cases('mechanism', (labels) => labels.mechanisms)),
	related: scoreFacet(
		cases('condition', (labels) => labels.related),
		scoredConditions
	),
	approach: scoreFacet(cases('approach', (labels) => labels.approaches)),
	...(judged.some(({ row }) => row['suspects'] !== undefined)
		? { suspect: scoreFacet(cases('suspects', (labels) => labels.suspects)) }
		: {})
};
const relevance = scoreRelevance();
const sureness = calibrate();

print();
if (values.out !== undefined)
	writeFileSync(values.out, `${JSON.stringify(summary(), undefined, '\t')}\n`);
if (values.bars && failures().length > 0) {
	for (const failure of failures()) console.log(`UNDER THE BAR: ${failure}`);
	process.exitCode = 1;
}

function table(file: string): Map<string, Row> {
	const [head = '', ...lines] = readFileSync(file, 'utf8').split('\n');
	const columns = head.trimEnd().split('\t');
	const rows = lines
		.filter((line) => line.trim() !== '')
		.map((line): Row => {
			const cells = line.replace(/\r$/, '').split('\t');
			return Object.fromEntries(columns.map((column, i) => [column, cells[i] ?? '']));
		});
	return new Map(rows.map((row) => [row['nct_id'] ?? '', row]));
}

function judge(folders: readonly string[], rows: ReadonlyMap<string, Row>): Judged[] {
	const seen = new Map<string, Judged>();
	for (const folder of folders) {
		for (const name of readdirSync(folder).filter((file) => file.endsWith('.json'))) {
			const parsed = parseRecord(JSON.parse(readFileSync(join(folder, name), 'utf8')));
			if (!parsed.ok) {
				console.error(`Set aside: ${name}`);
				continue;
			}
			const study = translate(parsed.wire);
			const row = rows.get(study.nctId);
			if (row) seen.set(study.nctId, { id: study.nctId, row, labels: label(study) });
		}
	}
	for (const id of rows.keys()) if (!seen.has(id)) console.error(`No record for ${id}`);
	return [...seen.values()];
}

/** Labels on a record that people call mention-only count only where the record would be listed. */
function cases(facet: string, pick: (labels: Labels) => readonly { id: string }[]): Case[] {
	return judged.map(({ id, row, labels }) => {
		const listed = labels.relevance === 'core' || labels.relevance === 'partial';
		const counts = row['relevance'] !== 'mention-only' || listed;
		return {
			id,
			given: counts ? pick(labels).map((one) => one.id) : [],
			core: idsOf(row[`${facet}_core`] ?? row[facet]),
			also: [...idsOf(row[`${facet}_also`]), ...openSuspects(facet, row)]
		};
	});
}

/** Readers name suspects only where a medicine is a core cause; where it is acceptable, all are open. */
function openSuspects(facet: string, row: Row): string[] {
	const open = idsOf(row['mechanism_also']).includes('medicines-substances');
	return facet === 'suspects' && open ? Object.keys(suspects) : [];
}

function scoreRelevance() {
	const right = judged.filter(({ row, labels }) => row['relevance'] === labels.relevance).length;
	const partial = judged.filter(({ row }) => row['relevance'] === 'partial');
	const found = partial.filter(({ labels }) => labels.relevance === 'partial').length;
	return {
		exact: judged.length === 0 ? 1 : right / judged.length,
		right,
		all: judged.length,
		partialRecall: partial.length === 0 ? 1 : found / partial.length,
		partial: partial.length,
		partialFound: found
	};
}

/** How often labels of each confidence are right (core or acceptable). */
function calibrate() {
	const levels = { high: [0, 0], medium: [0, 0], low: [0, 0] } satisfies Record<string, number[]>;
	const wrongHigh: string[] = [];
	for (const { id, row, labels } of judged) {
		const mentioned = row['relevance'] === 'mention-only';
		if (mentioned && labels.relevance === 'look-alike') continue;
		const facets = [
			['mechanism', labels.mechanisms],
			['condition', labels.related.filter((one) => scoredConditions.has(one.id))],
			['approach', labels.approaches]
		] as const;
		for (const [facet, given] of facets)
			for (const one of given) {
				const fair = [...idsOf(row[`${facet}_core`]), ...idsOf(row[`${facet}_also`])];
				const isRight = fair.includes(one.id);
				const level = levels[one.confidence];
				level[0] = (level[0] ?? 0) + (isRight ? 1 : 0);
				level[1] = (level[1] ?? 0) + 1;
				if (!isRight && one.confidence === 'high') wrongHigh.push(`${id} ${facet} ${one.id}`);
			}
	}
	const all = Object.values(levels).reduce((total, level) => total + (level[1] ?? 0), 0);
	return { levels, wrongHigh, share: all === 0 ? 1 : (levels.high[1] ?? 0) / all };
}

function failures(): string[] {
	const under: string[] = [];
	for (const [facet, bar] of Object.entries(bars)) {
		const scored = Object.entries(facets).find(([name]) => name === facet)?.[1];
		if (!scored) continue;
		if (scored.micro.f1 < bar.micro) under.push(`${facet} micro-F1 ${share(scored.micro.f1)}`);
		if (scored.macro < bar.macro) under.push(`${facet} macro-F1 ${share(scored.macro)}`);
	}
	if (relevance.exact < relevanceBars.exact) under.push(`relevance ${share(relevance.exact)}`);
	if (relevance.partialRecall < relevanceBars.partialRecall)
		under.push(`recall of partial ${share(relevance.partialRecall)}`);
	return under;
}

function summary() {
	const plain = (facet: FacetScore) => ({
		micro: facet.micro,
		macro: facet.macro,
		labels: Object.fromEntries(facet.labels)
	});
	return {
		rules: rulesVersion,
		records: judged.length,
		relevance,
		facets: Object.fromEntries(Object.entries(facets).map(([name, one]) => [name, plain(one)])),
		confidence: sureness
	};
}

function print(): void {
	console.log(`${judged.length} records`);
	for (const [name, facet] of Object.entries(facets)) {
		const { micro, macro } = facet;
		console.log(
			`\n${name}: micro-F1 ${share(micro.f1)} (precision ${share(micro.precision)}, recall ${share(micro.recall)}), macro-F1 ${share(macro)}`
		);
		for (const [id, one] of facet.labels) {
			const precision = interval(one.right, one.right + one.falseAlarms);
			const recall = interval(one.right, one.right + one.misses);
			console.log(
				`  ${id.padEnd(22)} F1 ${share(one.f1)}  P ${share(one.precision)} ${precision}  R ${share(one.recall)} ${recall}  n ${one.support}`
			);
		}
	}
	console.log(
		`\nrelevance: exact ${share(relevance.exact)} ${interval(relevance.right, relevance.all)} of ${relevance.all}; ` +
			`partial found ${relevance.partialFound} of ${relevance.partial}`
	);
	for (const [level, [right = 0, all = 0]] of Object.entries(sureness.levels))
		console.log(`confidence ${level.padEnd(6)} ${right} of ${all} right ${interval(right, all)}`);
	console.log(`labels of high confidence: ${share(sureness.share)} of all`);
	console.log('\nDisagreements:');
	for (const one of judged)
		for (const line of disagreements(one)) console.log(`  ${one.id} ${line}`);
}

function disagreements({ row, labels }: Judged): string[] {
	const lines: string[] = [];
	if (row['relevance'] !== labels.relevance)
		lines.push(`relevance: ${labels.relevance}, people say ${row['relevance'] ?? ''}`);
	if (row['relevance'] === 'mention-only' && labels.relevance === 'look-alike') return lines;
	const facets = [
		['mechanism', labels.mechanisms],
		['condition', labels.related.filter(({ id }) => scoredConditions.has(id))],
		['approach', labels.approaches],
		...(row['suspects'] === undefined ? [] : ([['suspects', labels.suspects]] as const))
	] as const;
	for (const [facet, given] of facets) {
		const core = idsOf(row[`${facet}_core`] ?? row[facet]);
		const also = [...idsOf(row[`${facet}_also`]), ...openSuspects(facet, row)];
		const ids = given.map(({ id }): string => id);
		const missing = core.filter(
			(id) => !ids.includes(id) && (facet !== 'condition' || scoredConditions.has(id))
		);
		const extra = given.filter(({ id }) => !core.includes(id) && !also.includes(id));
		for (const id of missing) lines.push(`${facet}: misses ${id}`);
		for (const { id, confidence, evidence } of extra) {
			const proof = evidence[0];
			const shown = proof
				? `${proof.rule} in ${proof.field}: "${proof.quote ?? ''}"`
				: 'no evidence';
			lines.push(`${facet}: false alarm ${id} (${confidence}; ${shown})`);
		}
	}
	return lines;
}

function share(value: number): string {
	return value.toFixed(3);
}

function interval(right: number, all: number): string {
	const [low, high] = wilson(right, all);
	return `[${low.toFixed(2)}, ${high.toFixed(2)}]`;
}
