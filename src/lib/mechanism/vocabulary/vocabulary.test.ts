import { describe, expect, it } from 'vitest';
import { find, type Dictionary } from '#lib/mechanism/dictionary.ts';
import { tokenise } from '#lib/mechanism/text.ts';
import { conditions } from './conditions.ts';
import { cues } from './cues.ts';
import { subjects } from './subjects.ts';
import { topics } from './topics.ts';
import { allAgents, expand, vocabulary } from './vocabulary.ts';

const bare = (name: string) => name.replace(/^=/, '');
const agentsIn = (text: string) =>
	find(vocabulary.agents, tokenise(text)).map(({ row }) => row.name);
const keyOf = (name: string) =>
	tokenise(bare(name))
		.map(({ key, raw }) => (name.startsWith('=') ? raw : key))
		.join(' ');

function everyNameFinds<Row extends { names: readonly string[] }>(
	dictionary: Dictionary<Row>,
	rows: readonly Row[]
) {
	for (const row of rows)
		for (const name of row.names) {
			const hits = find(dictionary, tokenise(`xx ${bare(name)}; xx`));
			expect(
				hits.map((hit) => hit.row),
				name
			).toEqual([row]);
		}
}

describe('vocabulary', () => {
	it('finds every name of every row, and only that row', () => {
		everyNameFinds(vocabulary.agents, allAgents);
		everyNameFinds(vocabulary.subjects, subjects);
	});

	it('finds the label of every name of a condition and the meaning of every topic', () => {
		for (const { id, names } of conditions)
			for (const name of names) {
				const [hit, ...more] = find(vocabulary.conditions, tokenise(bare(name)));
				expect([hit?.row.id, more.length], name).toEqual([id, 0]);
			}
		for (const { names } of topics)
			for (const name of names)
				expect(find(vocabulary.topics, tokenise(bare(name))), name).toHaveLength(1);
		for (const { names } of cues)
			for (const name of names)
				expect(find(vocabulary.cues, tokenise(name)).length, name).toBeGreaterThan(0);
	});

	it('gives no name to two agents', () => {
		const owners = new Map<string, string>();
		for (const { name, names } of allAgents)
			for (const other of names) {
				const key = keyOf(other);
				expect(owners.get(key) ?? name, other).toBe(name);
				owners.set(key, name);
			}
	});

	it('gives a source for every row', () => {
		for (const { name, source } of allAgents) expect(source.length, name).toBeGreaterThan(3);
		for (const { source, names } of [...conditions, ...topics])
			expect(source.length, names[0]).toBeGreaterThan(3);
	});

	it.each([
		['SPM 927 is lacosamide', 'lacosamide'],
		['SPM 936 is rotigotine', 'rotigotine'],
		['gabapentin enacarbil', 'gabapentin enacarbil'],
		['iron deficiency', 'iron status'],
		['opioid withdrawal', 'opioid withdrawal'],
		['exercise test', 'exercise test'],
		['foot massager', 'foot massager'],
		['vibration sense', 'vibration sense'],
		['dopamine receptor', 'dopamine system']
	])('"%s" is found as %s and nothing shorter', (text, name) => {
		expect(agentsIn(text)).toContain(name);
		expect(agentsIn(text)).not.toContain(name === 'gabapentin enacarbil' ? 'gabapentin' : 'iron');
	});

	it.each(['tens of people', 'a gen apart', 'a pet', 'cbd', 'ipc', 'the fcm', 'sit down', 'a ces'])(
		'finds no abbreviation in "%s"',
		(text) => expect(agentsIn(text)).toEqual([])
	);

	it('does not take scales, tests and hospital words for conditions', () => {
		for (const text of ['Beck Depression Inventory', 'pregnancy test', 'ST depression', 'ida'])
			expect(
				find(vocabulary.conditions, tokenise(text)).filter(({ row }) => row.id),
				text
			).toEqual([]);
	});
});

describe('expand', () => {
	it.each([
		'Horizant',
		'XP13512',
		'xp-13512',
		'gabapentin enacarbil',
		'GEn',
		'gen',
		' GSK 1838262 '
	])('finds the same medicine for "%s"', (words) =>
		expect(expand(words)?.term).toBe('gabapentin enacarbil')
	);

	it('finds a medicine by its brand, and an abbreviation in any case', () => {
		expect(expand('Requip')?.term).toBe('ropinirole');
		expect(expand('fcm')?.term).toBe('ferric carboxymaltose');
		expect(expand('ipc')?.term).toBe('pneumatic compression');
		expect(expand('Requip')?.synonyms).toContain('Adartrel');
	});

	it.each([
		'',
		'restless',
		'yoga',
		'drug',
		'Requip in dialysis',
		'iron deficiency',
		'constructor',
		'"]'
	])('leaves "%s" as it is', (words) => expect(expand(words)).toBeUndefined());
});
