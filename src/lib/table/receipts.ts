import type { Basis, Evidence } from '#lib/mechanism/labels.ts';
import { facetHeadings } from '#lib/search/facets.ts';
import type { ListedStudy, NamedLabel } from '#lib/search/listed.ts';

/** How a study bears on a label, in a word or two. */
export const basisWords: Record<Basis, string> = {
	gives: 'given or done',
	trigger: 'under suspicion',
	chosen: 'people are chosen by it',
	measured: 'measured',
	comparator: 'given for comparison',
	stated: 'stated in the record'
};

/** The labels of a study by facet; facets without one are left out. */
export function receiptsOf(
	study: Pick<ListedStudy, 'mechanisms' | 'suspects' | 'approaches' | 'related'>
): { heading: string; labels: NamedLabel[] }[] {
	return [
		{ heading: facetHeadings.mechanism, labels: study.mechanisms },
		{ heading: facetHeadings.suspect, labels: study.suspects },
		{ heading: facetHeadings.approach, labels: study.approaches },
		{ heading: facetHeadings.related, labels: study.related }
	].filter(({ labels }) => labels.length > 0);
}

/** The field of a proof as the registry calls it, without the folders that all records share. */
export function fieldOf({ field }: Pick<Evidence, 'field'>): string {
	return field.replace(/^protocolSection\.\w+\./, '');
}
