import { compile, find, type Dictionary } from '#lib/mechanism/dictionary.ts';
import { tokenise } from '#lib/mechanism/text.ts';
import type { Agent } from './agent.ts';
import { conditions, type Condition } from './conditions.ts';
import { cues, type Cue } from './cues.ts';
import { medicines } from './medicines.ts';
import { otherMeanings, subjects, type Subject } from './subjects.ts';
import { suspectAgents } from './suspects.ts';
import { therapies } from './therapies.ts';
import { topics, type Topic } from './topics.ts';

/** Everything that a study can give, do, test with or blame. */
export const allAgents: readonly Agent[] = [...medicines, ...suspectAgents, ...therapies];

function dictionary<Row extends { names: readonly string[] }>(rows: readonly Row[]) {
	return compile(rows.map((row) => ({ row, names: row.names })));
}

/** The compiled vocabularies; each is searched by itself, so that one cannot hide a name of another. */
export const vocabulary: {
	agents: Dictionary<Agent>;
	conditions: Dictionary<Condition>;
	cues: Dictionary<Cue>;
	subjects: Dictionary<Subject>;
	topics: Dictionary<Topic>;
	otherMeanings: Dictionary<string>;
} = {
	agents: dictionary(allAgents),
	conditions: dictionary(conditions),
	cues: dictionary(cues),
	subjects: dictionary(subjects),
	topics: dictionary(topics),
	otherMeanings: compile(otherMeanings.map((name) => ({ row: name, names: [name] })))
};

/**
 * Rows whose names are one thing under several names. Those of exercises, talking, hands-on methods
 * and procedures gather kin ("yoga", "tai chi"), which a search must not mix.
 */
const named = allAgents
	.filter(({ approaches, mechanisms, suspect }) => {
		const kin = [
			'exercise-physical',
			'behavioural',
			'complementary',
			'procedure',
			'medicine-change'
		];
		const device = approaches.includes('device');
		if (approaches.length === 0) return suspect !== undefined && suspect !== 'other';
		return device ? mechanisms.length > 0 : !kin.includes(approaches[0] ?? '');
	})
	.map(({ name, names }) => ({ name, names: names.map(bare) }));
const queries = compile(named.map((row) => ({ row, names: row.names })));

function bare(name: string): string {
	return name.startsWith('=') ? name.slice(1) : name;
}

/**
 * What else a visitor's words are called: `expand('XP13512')` gives the term "gabapentin enacarbil"
 * and its brand and code names. Only a query that is such a name as a whole is expanded, in any
 * case; anything else gives undefined.
 */
export function expand(words: string): { term: string; synonyms: string[] } | undefined {
	const tokens = tokenise(words.slice(0, 200));
	const hit = find(queries, tokens)[0];
	if (!hit || hit.first !== 0 || hit.last !== tokens.length - 1) return undefined;
	const { name, names } = hit.row;
	return { term: name, synonyms: names.filter((other) => other !== name) };
}
