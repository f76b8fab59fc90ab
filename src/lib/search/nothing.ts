import type { NctId } from '#lib/study/study.ts';
import { titleOf } from '#lib/study/study.ts';
import { answer } from './answer.ts';
import type { Catalogue } from './catalogue.ts';
import { easier, type Easier } from './easier.ts';
import { tokens } from './expression.ts';
import type { Home } from './nearness.ts';
import type { Query } from './query.ts';
import { refine } from './refine.ts';
import { textIndex } from './text.ts';
import { serialise, type QueryString } from './url.ts';

/** What to do about a search that finds nothing. */
export interface WayOn {
	/** Spelled as the studies spell it. */
	spelled: { text: string; total: number; query: QueryString }[];
	/** Without one of its limits; the one that costs most first. */
	easier: Easier[];
	/** The words stand only in the rules for joining of these studies, which a search does not read. */
	inCriteria: { nctId: NctId; title: string }[];
}

const most = 10;

/** Finds ways on for a search without results: another spelling, fewer limits, where else the words stand. */
export function waysOn(catalogue: Catalogue, query: Query, today: string, home?: Home): WayOn {
	return {
		spelled: spelled(catalogue, query, today, home),
		easier: easier(catalogue, query, today, home),
		inCriteria: inCriteria(catalogue, query.q)
	};
}

function spelled(
	catalogue: Catalogue,
	query: Query,
	today: string,
	home: Home | undefined
): WayOn['spelled'] {
	const index = textIndex(catalogue.studies);
	const words = query.q.split(/(\s+|")/);
	const better = words.map((word) =>
		/^[\p{L}\p{N}-]{3,}$/u.test(word) && !/^(AND|OR|NOT)$/.test(word)
			? (index.spelledLike(word)[0] ?? word)
			: word
	);
	const text = better.join('');
	if (text === query.q) return [];
	const changed = refine(query, { q: text });
	const { total } = answer(catalogue, changed, today, home);
	return total > 0 ? [{ text, total, query: serialise(changed) }] : [];
}

function inCriteria(catalogue: Catalogue, q: string): WayOn['inCriteria'] {
	const wanted = tokens(q).join(' ');
	const [first = ''] = wanted.split(' ');
	if (first.length < 3) return [];
	return catalogue.studies
		.filter(({ study: { eligibility } }) => {
			const text = eligibility.criteria ?? '';
			// most texts do not hold the first word at all: no need to take them apart
			return (
				text.toLowerCase().includes(first) && ` ${tokens(text).join(' ')} `.includes(` ${wanted} `)
			);
		})
		.slice(0, most)
		.map(({ study }) => ({ nctId: study.nctId, title: titleOf(study) }));
}
