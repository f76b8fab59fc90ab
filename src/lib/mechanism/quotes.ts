import type { Evidence, Labels } from './labels.ts';

/** Quotes by the path of their field in the registry record. */
export type Quotes = Record<string, string[]>;

/** All quotes that prove a study's labels, to mark them where they stand in its texts. */
export function quotesOf(
	labels: Pick<Labels, 'relevanceEvidence' | 'mechanisms' | 'suspects' | 'related' | 'approaches'>
): Quotes {
	const quotes: Quotes = {};
	const evidence: Evidence[] = [
		...labels.relevanceEvidence,
		...[...labels.mechanisms, ...labels.suspects, ...labels.related, ...labels.approaches].flatMap(
			(label) => label.evidence
		)
	];
	for (const { field, quote } of evidence)
		if (quote !== undefined) (quotes[field] ??= []).push(quote);
	return quotes;
}
