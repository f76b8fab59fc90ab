import { distance } from 'fastest-levenshtein';
import MiniSearch from 'minisearch';
import type { LabelledStudy } from './catalogue.ts';
import { expansionsIn, type Expansion } from './expansion.ts';
import type { TextKey } from './query.ts';
import { fold, parseExpression, tokens, type Expression } from './expression.ts';

/** Studies that match, by position in the list, with a score (higher is better). */
type Matches = Map<number, number>;

export interface TextMatch {
	matches: Matches;
	/** Synonyms that were searched as well: always shown. */
	expansions: Expansion[];
}

/** Answers free-text searches over one list of studies. */
export interface TextIndex {
	/** Searches the texts that a key looks in; undefined where the text asks nothing. */
	search(text: string, key?: TextKey): TextMatch | undefined;
	/** Words of the studies that are spelled like this one, best first; none for a word that is there. */
	spelledLike(word: string): string[];
}

const boosts = {
	ids: 4,
	title: 4,
	conditions: 3,
	interventions: 3,
	keywords: 2,
	sponsor: 1,
	summary: 1
};
type Field = keyof typeof boosts;

/** Where each key looks (URL contract §3): `q` everywhere, the others in one field. */
const fieldsFor: Record<TextKey, Field[]> = {
	q: ['ids', 'title', 'conditions', 'interventions', 'keywords', 'sponsor', 'summary'],
	condition: ['conditions'],
	intervention: ['interventions'],
	title: ['title'],
	org: ['sponsor'],
	id: ['ids']
};

/** The texts that `q` looks in (URL contract): titles, conditions, interventions, keywords, summary, sponsor, ids. */
function fieldsOf({ study }: LabelledStudy): Record<Field, string> {
	const lines = (...texts: (string | undefined)[]) => texts.filter((text) => text).join('\n');
	return {
		ids: lines(
			study.nctId,
			...study.aliases,
			study.orgId,
			...study.secondaryIds.map(({ id }) => id)
		),
		title: lines(study.title, study.officialTitle, study.acronym),
		conditions: lines(...study.conditions, ...study.mesh.conditions.map(({ term }) => term)),
		interventions: lines(
			...study.interventions.flatMap(({ name, otherNames }) => [name, ...otherNames]),
			...study.mesh.interventions.map(({ term }) => term)
		),
		keywords: lines(...study.keywords),
		sponsor: lines(study.sponsor?.name, ...study.collaborators.map(({ name }) => name)),
		summary: lines(study.summary)
	};
}

const cache = new WeakMap<readonly LabelledStudy[], TextIndex>();

/** The index of a list of studies; built once a list, since lists never change. */
export function textIndex(studies: readonly LabelledStudy[]): TextIndex {
	const known = cache.get(studies);
	if (known) return known;
	const built = buildIndex(studies);
	cache.set(studies, built);
	return built;
}

function buildIndex(studies: readonly LabelledStudy[]): TextIndex {
	const documents = studies.map((study, id) => ({ id, ...fieldsOf(study) }));
	const mini = new MiniSearch<(typeof documents)[number]>({
		fields: Object.keys(boosts),
		tokenize: tokens,
		processTerm: fold
	});
	mini.addAll(documents);
	// each line of each field, between spaces, so that a phrase is a substring and never spans two lines
	const lines = studies.map((study) =>
		Object.entries(fieldsOf(study)).flatMap(([field, text]) =>
			text.split('\n').map((line) => ({ field, text: ` ${tokens(line).map(fold).join(' ')} ` }))
		)
	);

	const words = (wanted: string[], fields: string[]): Matches =>
		new Map(
			mini
				.search(wanted.join(' '), { combineWith: 'AND', boost: boosts, fields })
				.map(({ id, score }): [number, number] => [Number(id), score])
		);
	const phrase = (wanted: string[], fields: string[]): Matches => {
		const text = ` ${wanted.map(fold).join(' ')} `;
		const holds = (id: number) =>
			lines[id]?.some((line) => fields.includes(line.field) && line.text.includes(text));
		return new Map([...words(wanted, fields)].filter(([id]) => holds(id)));
	};
	const evaluate = (expression: Expression, fields: string[]): Matches => {
		switch (expression.kind) {
			case 'phrase':
				return phrase(expression.words, fields);
			case 'words':
				return words(expression.words, fields);
			case 'not': {
				const out = evaluate(expression.part, fields);
				return new Map([...studies.keys()].filter((id) => !out.has(id)).map((id) => [id, 0]));
			}
			case 'or':
				return expression.parts.map((part) => evaluate(part, fields)).reduce(union);
			case 'and':
				return expression.parts.map((part) => evaluate(part, fields)).reduce(intersection);
		}
	};

	return {
		search(text, key = 'q') {
			const expression = parseExpression(text);
			if (!expression) return undefined;
			const expanded = expansionsIn(expression);
			return {
				matches: evaluate(expanded.expression, fieldsFor[key]),
				expansions: expanded.expansions
			};
		},
		spelledLike(word) {
			if (mini.search(word).length > 0) return [];
			const near = mini.search(word, { fuzzy: word.length > 5 ? 0.3 : 1, maxFuzzy: 3 });
			const found = Map.groupBy(
				near.flatMap(({ terms }) => terms),
				(term) => term
			);
			return [...found]
				.map(([term, { length }]) => ({ term, length, far: distance(fold(word), term) }))
				.toSorted((a, b) => a.far - b.far || b.length - a.length)
				.map(({ term }) => term)
				.slice(0, 3);
		}
	};
}

function union(a: Matches, b: Matches): Matches {
	const both = new Map(a);
	for (const [id, score] of b) both.set(id, Math.max(score, both.get(id) ?? 0));
	return both;
}

function intersection(a: Matches, b: Matches): Matches {
	const both: Matches = new Map();
	for (const [id, score] of a) {
		const other = b.get(id);
		if (other !== undefined) both.set(id, score + other);
	}
	return both;
}
