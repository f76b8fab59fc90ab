import type { Labels } from '#lib/mechanism/labels.ts';
import type { NctId, Study } from '#lib/study/study.ts';

/** A study with what the labeller says of it. */
export interface LabelledStudy {
	study: Study;
	labels: Labels;
}

/**
 * `live`: checked against the registry lately; `stored`: the last good data; `starter`: what ships;
 * `as-of`: how it was on a day that the visitor asked for.
 */
export type Source = 'live' | 'stored' | 'starter' | 'as-of';

/** A record that did not fit and was set aside, never dropped. */
export interface SetAside {
	nctId?: string;
	reason: string;
}

/** All studies in hand, immutable: a refresh makes a new one. */
export interface Catalogue {
	/** Changes whenever a study, a label or the set of studies changes. */
	version: string;
	/** Version of the labelling rules. */
	rules: string;
	source: Source;
	/** When the registry processed the data; for the starter, when its newest record was. */
	dataTimestamp?: string;
	/** When the registry was last asked with success (ISO instant). */
	fetchedAt?: string;
	/** The exact question: one `query.term` a part, or `query.cond` when narrow. */
	question: readonly string[];
	/** The registry refused the wide question, so fewer studies were asked for. */
	narrow: boolean;
	/** The day that was asked for (`yyyy-MM-dd`), where this is the past. */
	asOf?: string;
	/** Sorted by id. */
	studies: readonly LabelledStudy[];
	setAside: readonly SetAside[];
}

/** Finds a study by its id or by an id that it had before. */
export function findStudy(catalogue: Catalogue, id: NctId): LabelledStudy | undefined {
	return (
		catalogue.studies.find(({ study }) => study.nctId === id) ??
		catalogue.studies.find(({ study }) => study.aliases.includes(id))
	);
}
