import { namedLabels } from '#lib/search/listed.ts';
import type { LabelledStudy } from '#lib/search/catalogue.ts';
import { registryUrl, titleOf, type DatedFact } from '#lib/study/study.ts';
import type { Export } from './stream-formats.ts';
import { inBatches } from './stream.ts';

/**
 * RIS for EndNote, Zotero and screening tools. Written here: citation-js breaks lines of 70 letters
 * within words, addresses too, which its own reader then joins with a space.
 *
 * `DBASE` is a record in an online database: EndNote's "Online Database", Zotero's document or data
 * set. The receipt is the note of the first record. There is no `AB`: a summary is the sponsor's
 * text, and the address leads to it.
 */
export const ris: Export = async function* ({ prepare }) {
	// a blank line says nothing in RIS, and lets a download begin before the search is done
	yield '\r\n';
	const { hits, text } = await prepare();
	yield* inBatches(hits, (batch, from) =>
		batch.map((hit, index) => recordOf(hit, from + index === 0 ? text : '')).join('')
	);
};

function recordOf({ study, labels }: LabelledStudy, receipt: string): string {
	const posted = study.firstPosted ?? study.start;
	const fields: [tag: string, value: string | undefined][] = [
		['TY', 'DBASE'],
		['TI', titleOf(study)],
		['AU', study.sponsor && corporate(study.sponsor.name)],
		['PY', posted?.date.slice(0, 4)],
		['DA', dateOf(posted)],
		['DB', 'ClinicalTrials.gov'],
		['DP', 'US National Library of Medicine'],
		['PB', study.sponsor?.name],
		['ID', study.nctId],
		['AN', study.nctId],
		...keywordsOf({ study, labels }).map((word): [string, string] => [
			'KW',
			word.replaceAll(';', ',')
		]),
		['UR', registryUrl(study.nctId)],
		['N1', receipt]
	];
	const lines = fields
		.map(([tag, value]) => [tag, oneLine(value ?? '')] as const)
		.filter(([, value]) => value !== '')
		.map(([tag, value]) => `${tag}  - ${value}\r\n`);
	return `${lines.join('')}ER  - \r\n\r\n`;
}

/** Conditions, what is given, and our labels: `finder: Iron`; each once. */
export function keywordsOf({ study, labels }: LabelledStudy): string[] {
	const { mechanisms, suspects, related, approaches } = namedLabels(labels);
	const ours = [...mechanisms, ...suspects, ...related, ...approaches].map(
		({ label }) => `finder: ${label}`
	);
	return [
		...new Set([...study.conditions, ...study.interventions.map(({ name }) => name), ...ours])
	];
}

/**
 * An organisation as an author: readers part a name at the comma into family and first name, and
 * take one that ends in a comma whole; so commas within it go.
 */
function corporate(name: string): string {
	return `${name.replace(/\s*,\s*/g, ' ').trim()},`;
}

/** `2020-03-05` → `2020/03/05/`, `2020-03` → `2020/03//`: year, month, day, other. */
function dateOf(fact: DatedFact | undefined): string | undefined {
	if (!fact) return undefined;
	const [year = '', month = '', day = ''] = fact.date.split('-');
	return `${year}/${month}/${day}/`;
}

/** A value is one line: a break in it could begin a tag. */
export function oneLine(text: string): string {
	return text.replace(/\s+/gu, ' ').trim();
}
