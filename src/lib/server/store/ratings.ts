import type { Kysely } from 'kysely';
import type { Schema } from './schema.ts';

/** What a visitor says of an article. */
export interface RatingInput {
	slug: string;
	helpful: boolean;
	comment?: string | undefined;
	/** `yyyy-MM-dd` */
	madeOn: string;
}

/** How many found an article helpful, and how many did not. */
export interface RatingTotal {
	slug: string;
	helpful: number;
	notHelpful: number;
}

/** See `Store.addRating`. */
export async function addRating(db: Kysely<Schema>, rating: RatingInput): Promise<void> {
	const { slug, helpful, comment, madeOn } = rating;
	await db
		.insertInto('rating')
		.values({
			...{ slug, helpful: helpful ? 1 : 0, made_on: madeOn },
			// PostgreSQL takes no NUL in a text
			comment: comment?.replaceAll('\0', '\uFFFD').toWellFormed() ?? null
		})
		.execute();
}

/** See `Store.ratingTotals`. */
export async function ratingTotals(db: Kysely<Schema>): Promise<RatingTotal[]> {
	const rows = await db
		.selectFrom('rating')
		// the casts: PostgreSQL sums and counts in a type that comes as text
		.select(({ cast, fn }) => [
			'slug',
			cast<number>(fn.sum('helpful'), 'integer').as('helpful'),
			cast<number>(fn.countAll(), 'integer').as('all')
		])
		.groupBy('slug')
		.orderBy('slug')
		.execute();
	return rows.map(({ slug, helpful, all }) => ({ slug, helpful, notHelpful: all - helpful }));
}

/** See `Store.purgeComments`. */
export async function purgeComments(db: Kysely<Schema>, before: string): Promise<number> {
	return db.transaction().execute(async (trx) => {
		let deleted = 0;
		for (const table of ['rating', 'label_report'] as const) {
			const { numUpdatedRows } = await trx
				.updateTable(table)
				.set({ comment: null })
				.where('comment', 'is not', null)
				.where('made_on', '<', before)
				.executeTakeFirstOrThrow();
			deleted += Number(numUpdatedRows);
		}
		return deleted;
	});
}
