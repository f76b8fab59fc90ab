import { createHash } from 'node:crypto';
import type { LabelledStudy } from '#lib/search/catalogue.ts';
import { changesBetween, newsIn, type FieldChange, type NewsKind } from '#lib/search/changes.ts';
import { label } from '#lib/mechanism/label.ts';
import { dayOf } from '#lib/study/date.ts';
import { stated } from '#lib/study/stated.ts';
import type { Revision, Step, Store } from '#lib/server/store/store.ts';
import { parseRecord, translate } from '#lib/server/registry/registry.ts';
import { readLabels } from './labels-schema.ts';

/** One study's step from one state to the next, as this installation saw it. */
export interface News {
	/** The same for the same step, whoever asks and how often. */
	id: string;
	nctId: string;
	/** When it was seen here (ISO instant): at a refresh, which is later than it happened. */
	at: string;
	kinds: NewsKind[];
	changes: FieldChange[];
	/** Absent where the study was new, or back after it left. */
	before?: LabelledStudy;
	/** Absent where the study left. */
	after?: LabelledStudy;
}

/** A step in the history of one study, for its page: data only. */
export type Told = Pick<News, 'id' | 'at' | 'kinds' | 'changes'>;

/** A revision as the study that it was, with the labels of its time; undefined where it cannot be read. */
export function studyOf({ record, labels }: Revision): LabelledStudy | undefined {
	if (record === undefined) return undefined;
	const parsed = parseRecord(record);
	if (!parsed.ok) return undefined;
	const study = translate(parsed.wire);
	return { study, labels: readLabels(labels) ?? label(study) };
}

/**
 * What a step means, field by field. Undefined where one of its states cannot be read, and where only
 * the evidence of labels changed, which nobody sees in a list.
 */
export function newsOf({ now, before: earlier }: Step): News | undefined {
	const after = studyOf(now);
	const before = earlier && studyOf(earlier);
	if (isUnread(now, after) || (earlier && isUnread(earlier, before))) return undefined;
	const changes = before && after ? changesBetween(before, after) : [];
	if (now.kind === 'relabelled' && changes.length === 0) return undefined;
	const kinds = newsIn(before, after, changes, dayOf(new Date(now.seenAt)));
	const key = `${now.nctId} ${now.seenAt} ${now.kind} ${now.hash}`;
	return {
		id: createHash('sha256').update(key).digest('hex').slice(0, 24),
		nctId: now.nctId,
		at: now.seenAt,
		kinds: kinds.map((kind) => (kind === 'new' && earlier ? 'back' : kind)),
		changes,
		...stated({ before, after })
	};
}

/**
 * The history of one study here, newest first; its first step is "new", whatever the run was that
 * brought it. Empty for a study never stored. A step with a state that cannot be read is left out.
 * @throws what the store throws
 */
export async function historyOf(store: Pick<Store, 'revisions'>, nctId: string): Promise<Told[]> {
	const revisions = await store.revisions(nctId);
	return revisions
		.map((now, index) => newsOf({ now, ...stated({ before: revisions[index - 1] }) }))
		.filter((news) => news !== undefined)
		.map(({ id, at, kinds, changes }) => ({ id, at, kinds, changes }))
		.toReversed();
}

function isUnread({ kind }: Revision, study: LabelledStudy | undefined): boolean {
	return kind !== 'left' && study === undefined;
}
