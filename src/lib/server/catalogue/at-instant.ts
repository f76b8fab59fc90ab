import { label } from '#lib/mechanism/label.ts';
import { rulesVersion } from '#lib/mechanism/rules.ts';
import type { Catalogue } from '#lib/search/catalogue.ts';
import { isNctId } from '#lib/study/study.ts';
import { stated } from '#lib/study/stated.ts';
import type { Store } from '#lib/server/store/store.ts';
import { catalogueOf } from './catalogue.ts';
import { inTurns } from './entry.ts';
import { studyOf } from './news.ts';

/**
 * The catalogue as the store had it at an instant (ISO, with milliseconds), with the labels of that
 * time; its `fetchedAt` is the end of the last good run before. Undefined before the first run.
 * @throws what the store throws
 */
export async function catalogueAt(
	store: Pick<Store, 'asOf'>,
	instant: string
): Promise<Catalogue | undefined> {
	const found = await store.asOf(instant);
	if (!found) return undefined;
	const { studies, refresh } = found;
	const read = await inTurns(studies, (revision) => {
		const hit = studyOf(revision);
		const { nctId, hash, rules } = revision;
		return hit && isNctId(nctId) ? { ...hit, nctId, hash, rules, record: '' } : undefined;
	});
	const entries = read.filter((entry) => entry !== undefined);
	const catalogue = catalogueOf(entries, [], {
		source: 'as-of',
		...stated({ dataTimestamp: refresh.dataTimestamp }),
		fetchedAt: refresh.endedAt,
		question: [],
		narrow: refresh.narrow
	});
	return { ...catalogue, rules: refresh.rules };
}

/** A catalogue with all labels given anew by the rules of today, as at a start after an update. */
export async function labelledAnew(catalogue: Catalogue): Promise<Catalogue> {
	const studies = await inTurns(catalogue.studies, ({ study }) => ({
		study,
		labels: label(study)
	}));
	return { ...catalogue, studies, rules: rulesVersion };
}
