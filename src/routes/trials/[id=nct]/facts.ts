import { inWords } from '#lib/study/date.ts';
import { statusLabel } from '#lib/study/status.ts';
import type { DatedFact, Organisation, Study } from '#lib/study/study.ts';
import { wordFor, type Vocabulary } from '#lib/study/vocabulary.ts';

/** What stands where the record says nothing: never a blank, never "no". */
export const missing = 'Not stated';

/** The structured facts of a record as rows of name and value. */
export function factsOf(study: Study): [name: string, value: string][] {
	const { design, enrollment } = study;
	const numbers = [study.orgId, ...study.secondaryIds.map(({ id }) => id)];
	return [
		['Study number', study.nctId],
		['Other numbers', joined(numbers.filter((number) => number !== undefined))],
		['Kind of study', word('studyType', study.type)],
		['Phase', joined(study.phases.map((phase) => wordFor('phase', phase)))],
		[
			'People',
			enrollment
				? `${enrollment.count.toLocaleString('en-US')}${inBrackets('dateType', enrollment.kind)}`
				: missing
		],
		['How people are put into groups', word('allocation', design.allocation)],
		['Groups', word('groups', design.interventionModel ?? design.observationalModel)],
		['Who does not know who gets what', word('masking', design.masking)],
		['Purpose', word('purpose', design.primaryPurpose)],
		['Status', statusLabel(study.status)],
		['Last confirmed by the sponsor', study.verified ? inWords(study.verified) : missing],
		['Record last updated', dated(study.updated)],
		['Start', dated(study.start)],
		['Main results complete', dated(study.primaryCompletion)],
		['End', dated(study.completion)],
		['Results', results(study.hasResults)],
		['Sponsor', study.sponsor ? organisation(study.sponsor) : missing],
		['Working with', joined(study.collaborators.map(organisation))]
	];
}

function dated(fact: DatedFact | undefined): string {
	return fact ? `${inWords(fact.date)}${inBrackets('dateType', fact.kind)}` : missing;
}

function organisation({ name, class: kind }: Organisation): string {
	return `${name}${inBrackets('sponsorClass', kind)}`;
}

function results(posted: boolean | undefined): string {
	if (posted === undefined) return missing;
	return posted ? 'Posted on ClinicalTrials.gov' : 'Not posted';
}

function word(vocabulary: Vocabulary, value: string | undefined): string {
	return value === undefined ? missing : wordFor(vocabulary, value);
}

function inBrackets(vocabulary: Vocabulary, value: string | undefined): string {
	return value === undefined ? '' : ` (${wordFor(vocabulary, value)})`;
}

function joined(values: string[]): string {
	return values.length > 0 ? values.join('; ') : missing;
}
