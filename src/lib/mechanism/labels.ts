import type { ApproachId, MechanismId, RelatedId, Relevance, SuspectId } from './taxonomy.ts';

/** How a study bears on a label. */
export type Basis = 'gives' | 'trigger' | 'chosen' | 'measured' | 'comparator' | 'stated';
export type Confidence = 'high' | 'medium' | 'low';

/** One piece of proof. */
export interface Evidence {
	/** Path in the registry record: `protocolSection.descriptionModule.briefSummary`. */
	field: string;
	/** A verbatim piece of that field; absent where the text does not ship (starter catalogue). */
	quote?: string;
	/** Id of the rule that found it. */
	rule: string;
}

export interface Label<Id extends string> {
	id: Id;
	basis: Basis;
	confidence: Confidence;
	evidence: Evidence[];
	/** A few words for a card: "gives ferric carboxymaltose". */
	reason: string;
}

/** A label that was considered and not given, and why ("only in the exclusion criteria"). */
export interface NearMiss {
	facet: 'mechanism' | 'related' | 'approach';
	id: string;
	why: string;
	evidence: Evidence[];
}

/** All that the labeller says of one study. */
export interface Labels {
	relevance: Relevance;
	/** Why the study has this relevance. */
	relevanceEvidence: Evidence[];
	mechanisms: Label<MechanismId>[];
	suspects: Label<SuspectId>[];
	related: Label<RelatedId>[];
	approaches: Label<ApproachId>[];
	nearMisses: NearMiss[];
}
