import type { Catalogue } from '#lib/search/catalogue.ts';
import { sinceThen, type SinceThen } from '#lib/search/changes-since.ts';
import type { AskedAt } from './asked.ts';
import { wholeAnswer } from './render/stream-export.ts';

/**
 * What became of a list since the past day that it was asked for; undefined for a living list.
 * @param living the data of now, and the day by which "open" is judged in them
 */
export function becomeOf(
	{ catalogue, query, home, today }: AskedAt,
	living: { catalogue: Catalogue; today: string }
): SinceThen | undefined {
	if (catalogue.source !== 'as-of') return undefined;
	const then = wholeAnswer(catalogue, query, today, home);
	const now = wholeAnswer(living.catalogue, query, living.today, home);
	return sinceThen(then.studies, now.studies, living.catalogue);
}
