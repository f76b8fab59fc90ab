import { titleOf, type NctId } from '#lib/study/study.ts';
import type { Catalogue, LabelledStudy } from './catalogue.ts';
import { changesBetween } from './changes.ts';

/** A study by name. */
interface Named {
	nctId: NctId;
	title: string;
}

/** What became of a list since it was frozen. */
export interface SinceThen {
	/** In the list now and not then. */
	entered: Named[];
	/** In the list then and not now; `here`: still among the studies, as with another status. */
	left: (Named & { here: boolean })[];
	/** In both, with another content; `fields` says of what, in words. */
	changed: (Named & { fields: string[] })[];
}

/**
 * What entered, left and changed between two lists of one search.
 * @param then all studies that were found on the day, not a page of them
 * @param now all studies that are found now
 * @param living the catalogue of now
 */
export function sinceThen(
	then: readonly LabelledStudy[],
	now: readonly LabelledStudy[],
	living: Pick<Catalogue, 'studies'>
): SinceThen {
	const [before, after, here] = [byId(then), byId(now), byId(living.studies)];
	return {
		entered: now.filter(({ study }) => !before.has(study.nctId)).map(named),
		left: then
			.filter(({ study }) => !after.has(study.nctId))
			.map((study) => ({ ...named(study), here: here.has(study.study.nctId) })),
		changed: now.flatMap((study) => {
			const old = before.get(study.study.nctId);
			const fields = old ? changesBetween(old, study).map(({ label }) => label) : [];
			return fields.length === 0 ? [] : [{ ...named(study), fields }];
		})
	};
}

function byId(studies: readonly LabelledStudy[]): Map<NctId, LabelledStudy> {
	return new Map(studies.map((study) => [study.study.nctId, study]));
}

function named({ study }: LabelledStudy): Named {
	return { nctId: study.nctId, title: titleOf(study) };
}
