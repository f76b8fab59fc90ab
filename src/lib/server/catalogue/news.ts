import { createHash } from 'node:crypto';
import type { LabelledStudy } from '#lib/search/catalogue.ts';
import { changesBetween, newsIn, type FieldChange, type NewsKind } from '#lib/search/changes.ts';
import { label } from '#lib/mechanism/label.ts';
import { dayOf } from '#lib/study/date.ts';
import { stated } from '#lib/study/stated.ts';
import type { Revision, Step } from '#lib/server/store/store.ts';
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
	/** Absent where the study was new. */
	before?: LabelledStudy;
	/** Absent where the study left. */
	after?: LabelledStudy;
}

/** A revision as the study that it was, with the labels of its time; undefined where it cannot be read. */
export function studyOf({ record, labels }: Revision): LabelledStudy | undefined {
	if (record === undefined) return undefined;
	const parsed = parseRecord(record);
	if (!parsed.ok) return undefined;
	const study = translate(parsed.wire);
	return { study, labels: readLabels(labels) ?? label(study) };
}

/** What a step means, field by field. */
export function newsOf({ now, before: earlier }: Step): News {
	const after = studyOf(now);
	const before = earlier && studyOf(earlier);
	const changes = before && after ? changesBetween(before, after) : [];
	const key = `${now.nctId} ${now.seenAt} ${now.kind} ${now.hash}`;
	return {
		id: createHash('sha256').update(key).digest('hex').slice(0, 24),
		nctId: now.nctId,
		at: now.seenAt,
		kinds: newsIn(
			before,
			now.kind === 'left' ? undefined : after,
			changes,
			dayOf(new Date(now.seenAt))
		),
		changes,
		...stated({ before, after })
	};
}
