import type { LabelledStudy } from '#lib/search/catalogue.ts';
import type { Nearness } from '#lib/search/nearness.ts';
import { listed } from '#lib/search/listed.ts';
import { studyLinks } from './json.ts';

/** One study whole: what a list says of it, all its fields, and why it has its labels. */
export function studyJsonOf(
	found: LabelledStudy & { nearness?: Nearness },
	today: string,
	origin: string
) {
	const { study, labels } = found;
	return {
		...listed(found, today),
		relevanceEvidence: labels.relevanceEvidence,
		nearMisses: labels.nearMisses,
		links: studyLinks(study.nctId, origin),
		details: study
	};
}
