import type { Kysely } from 'kysely';
import * as v from 'valibot';
import { stated } from '#lib/study/stated.ts';
import type { Schema } from './schema.ts';

export const verdicts = ['wrong', 'missing'] as const;

/** What a visitor says of one label of one study. */
export interface ReportInput {
	nctId: string;
	facet: string;
	label: string;
	verdict: (typeof verdicts)[number];
	comment?: string | undefined;
	/** Version of the rules that the visitor saw. */
	rules: string;
	/** `yyyy-MM-dd` */
	madeOn: string;
}

export interface Report extends ReportInput {
	id: number;
}

const row = v.object({
	id: v.number(),
	nctId: v.string(),
	facet: v.string(),
	label: v.string(),
	verdict: v.picklist(verdicts),
	comment: v.nullable(v.string()),
	rules: v.string(),
	madeOn: v.string()
});

/** See `Store.addReport`. */
export async function addReport(db: Kysely<Schema>, report: ReportInput): Promise<void> {
	const { nctId, facet, label, verdict, comment, rules, madeOn } = report;
	await db
		.insertInto('label_report')
		.values({
			...{ nct_id: nctId, facet, label, verdict, rules, made_on: madeOn },
			// PostgreSQL takes no NUL in a text
			comment: comment?.replaceAll('\0', '\uFFFD').toWellFormed() ?? null
		})
		.execute();
}

/** See `Store.reports`. */
export async function reports(db: Kysely<Schema>, limit: number): Promise<Report[]> {
	const rows = await db
		.selectFrom('label_report')
		.select(['id', 'nct_id as nctId', 'facet', 'label', 'verdict', 'comment', 'rules'])
		.select('made_on as madeOn')
		.orderBy('id', 'desc')
		.limit(limit)
		.execute();
	return rows.map((each) => {
		const { comment, ...rest } = v.parse(row, each);
		return { ...rest, ...stated({ comment: comment ?? undefined }) };
	});
}
