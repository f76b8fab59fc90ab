import { findStudy, type Catalogue, type LabelledStudy } from '#lib/search/catalogue.ts';
import { isNctId, type NctId } from '#lib/study/study.ts';
import { most } from '#lib/device/most.ts';

/** No address of ours names more; the rest of a longer one is not read. */
const mostRead = 50;

/** The studies that an address names, in its order, and all of it that could not be used. */
export interface Chosen {
	studies: LabelledStudy[];
	/** Words that are no study number. */
	bad: string[];
	/** Study numbers that are not here. */
	missing: NctId[];
	/** Studies beyond the most. */
	over: NctId[];
	/** Numbers that a study had before, with the one that it has now. */
	renamed: { from: NctId; to: NctId }[];
}

/**
 * Reads `ids` of an address: several, apart by commas, spaces or as the key again; small letters are
 * meant well. Never throws; each study is taken once.
 */
export function chosenIn(catalogue: Catalogue, params: URLSearchParams): Chosen {
	const words = params
		.getAll('ids')
		.flatMap((value) => value.split(/[\s,;]+/))
		.filter((word) => word !== '');
	const chosen: Chosen = { studies: [], bad: [], missing: [], over: [], renamed: [] };
	for (const word of new Set(words.slice(0, mostRead).map((each) => each.toUpperCase()))) {
		if (!isNctId(word)) {
			chosen.bad.push(word.length > 60 ? `${word.slice(0, 57)}…` : word);
			continue;
		}
		const found = findStudy(catalogue, word);
		if (!found) chosen.missing.push(word);
		else {
			const { nctId } = found.study;
			if (nctId !== word) chosen.renamed.push({ from: word, to: nctId });
			if (chosen.studies.some(({ study }) => study.nctId === nctId)) continue;
			if (chosen.studies.length < most) chosen.studies.push(found);
			else if (!chosen.over.includes(nctId)) chosen.over.push(nctId);
		}
	}
	return chosen;
}
