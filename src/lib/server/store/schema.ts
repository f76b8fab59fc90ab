import type { Generated } from 'kysely';

/** Why a revision was written. `entered` is also what a study does that comes back. */
export const revisionKinds = ['entered', 'changed', 'left', 'relabelled'] as const;
export type RevisionKind = (typeof revisionKinds)[number];

/** `live` asked the registry for everything; `import` brought in some records from elsewhere. */
export const refreshKinds = ['live', 'import'] as const;
export type RefreshKind = (typeof refreshKinds)[number];

export const outcomes = ['done', 'failed'] as const;
export type Outcome = (typeof outcomes)[number];

/**
 * The newest state of each study ever seen. A row is written when its study enters, changes, is
 * relabelled or leaves, and at no other time: when a study that is present was last seen is the
 * instant of the last good refresh.
 */
interface StudyTable {
	nct_id: string;
	/** Content hash of the record. */
	hash: string;
	/** JSON. */
	record: string;
	/** JSON. */
	labels: string;
	/** Content hash of the labels, so that a comparison need not read them. */
	labels_hash: string;
	/** Version of the rules that first gave these labels. */
	rules: string;
	/** ISO instant; kept when a study leaves and comes back. */
	first_seen: string;
	/** ISO instant; null while the study is present. */
	left_at: string | null;
}

/** History, never changed once written: the state of a study from `seen_at` on. */
interface RevisionTable {
	id: Generated<number>;
	nct_id: string;
	kind: string;
	/** ISO instant. */
	seen_at: string;
	/** Of the record; where the study left, of the last record it had. */
	hash: string;
	/** JSON; null where the study left. */
	record: string | null;
	/** JSON; null where the study left. */
	labels: string | null;
	rules: string;
}

/** Each run, good or failed. */
interface RefreshTable {
	id: Generated<number>;
	kind: string;
	started_at: string;
	ended_at: string;
	outcome: string;
	/** Why it failed. */
	reason: string | null;
	/** JSON: what was asked. */
	question: string;
	/** 1: the narrow question was asked because the wide one was refused. */
	narrow: number;
	/** The registry's own time stamp of its data, as it gave it. */
	data_timestamp: string | null;
	received: number;
	/** Records received more than once. */
	repeated: number;
	/** What the registry said that it would send. */
	total_count: number | null;
	entered: number;
	changed: number;
	relabelled: number;
	left_count: number;
	set_aside_count: number;
	/** Version of the rules in this run. */
	rules: string;
	/** ISO instant: when the registry last said that it has nothing newer; null until it does. */
	checked_at: Generated<string | null>;
}

/** A record that a refresh received and could not use. */
interface SetAsideTable {
	id: Generated<number>;
	refresh_id: number;
	/** Null when the record does not say which study it is. */
	nct_id: string | null;
	reason: string;
	/** JSON; null when nothing was kept. */
	raw: string | null;
}

/** What visitors say of labels. No column tells who. */
interface LabelReportTable {
	id: Generated<number>;
	nct_id: string;
	facet: string;
	label: string;
	/** `wrong` or `missing`. */
	verdict: string;
	/** Null when none was written, and after its time is over. */
	comment: string | null;
	/** Version of the rules that the visitor saw. */
	rules: string;
	/** Day, not instant: an instant could be matched with a log. */
	made_on: string;
}

/** What visitors say of articles. No column tells who. */
interface RatingTable {
	id: Generated<number>;
	/** The article. */
	slug: string;
	/** 1: helpful. */
	helpful: number;
	/** Null when none was written, and after its time is over. */
	comment: string | null;
	/** Day, not instant, as in a label report. */
	made_on: string;
}

/**
 * The tables as Kysely sees them. Instants are ISO text, JSON is text, yes and no are 1 and 0, so
 * that every engine gives the same values back.
 */
export interface Schema {
	study: StudyTable;
	revision: RevisionTable;
	refresh: RefreshTable;
	set_aside: SetAsideTable;
	label_report: LabelReportTable;
	rating: RatingTable;
}
