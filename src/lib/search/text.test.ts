import { describe, expect, it } from 'vitest';
import { answer } from './answer.ts';
import { parseExpression } from './expression.ts';
import { everything } from './query.ts';
import { catalogue, labels, study, today } from './sample.ts';
import { textIndex } from './text.ts';

const studies = [
	study(1, {
		title: 'Ferric Carboxymaltose in Restless Legs Syndrome',
		interventions: [{ name: 'Injectafer', arms: [], otherNames: ['FCM'] }],
		sponsor: { name: 'Sleep Institute' }
	}),
	study(2, {
		title: 'Ropinirole for restless leg syndrome',
		orgId: 'ROP-101468/249',
		secondaryIds: [{ id: '2004-000123-41' }]
	}),
	study(3, { title: 'Gabapentin enacarbil and sleep', keywords: ['legs, restless'] }),
	study(4, { title: 'Sleep apnoea', summary: 'Sjögren and Rückgrat' }),
	study(5, { title: 'XP13512 open-label extension' })
];
const given = catalogue(studies.map((each) => ({ study: each, labels: labels() })));
const find = (q: string) =>
	answer(given, { ...everything, q }, today)
		.studies.map(({ study: { nctId } }) => Number(nctId.slice(3)))
		.sort();

describe('words', () => {
	it.each([
		['restless legs', [1, 2, 3], 'all words, plural or not'],
		['LEG', [1, 2, 3], 'capitals and plural do not matter'],
		['"restless legs"', [1, 2], 'a phrase in its order'],
		['sleep -apnoea', [1, 3], 'without a word'],
		['sleep NOT apnoea', [1, 3], 'NOT'],
		['apnoea OR extension', [4, 5], 'OR'],
		['apnoea or extension', [], 'or in small letters is a filler, and words are joined by AND'],
		['sjogren', [4], 'accents do not matter'],
		['NCT00000002', [2], 'the study number'],
		['2004-000123-41', [2], 'a secondary number'],
		['"sleep institute"', [1], 'the sponsor'],
		['"legs syndrome ropinirole"', [], 'a phrase does not run on'],
		['the sleep of', [1, 3, 4], 'fillers do not limit'],
		['-sleep', [2, 5], 'only what is left out'],
		['sleep AND (', [1, 3, 4], 'broken operators do no harm'],
		['"', [1, 2, 3, 4, 5], 'a lone quote asks nothing'],
		['zzz', [], 'nothing']
	])('%s', (q, expected) => {
		expect(find(q)).toEqual(expected);
	});

	it('AND binds tighter than OR', () => {
		expect(find('gabapentin sleep OR apnoea')).toEqual([3, 4, 5].filter((n) => n !== 5));
	});
});

describe('synonyms', () => {
	it.each(['Horizant', 'XP13512', 'xp-13512', 'gabapentin enacarbil', 'GEn'])(
		'%s finds the same studies',
		(name) => {
			expect(find(name)).toEqual([3, 5]);
		}
	);

	it('Requip finds ropinirole, and says what else was searched', () => {
		expect(find('Requip')).toEqual([2]);
		const { expansions } = answer(given, { ...everything, q: 'Requip' }, today);
		expect(expansions[0]?.term).toBe('requip');
		expect(expansions[0]?.synonyms).toContain('ropinirole');
	});

	it('names within a longer search are widened too', () => {
		expect(find('Horizant sleep')).toEqual([3]);
	});

	it('what is left out is not widened', () => {
		expect(find('sleep -Horizant')).toEqual([1, 3, 4]);
	});
});

describe('another spelling', () => {
	it.each([
		['ropinirol', 'ropinirole'],
		['restles', 'restless'],
		['gabapentine', 'gabapentin'],
		['apnea', 'apnoea']
	])('%s is spelled %s', (word, better) => {
		expect(textIndex(given.studies).spelledLike(word)[0]).toBe(better);
	});

	it('a word that is there needs none', () => {
		expect(textIndex(given.studies).spelledLike('legs')).toEqual([]);
	});
});

describe('an expression', () => {
	it('keeps neighbouring words together and phrases whole', () => {
		expect(parseExpression('iron "two words" patch -sleep')).toEqual({
			kind: 'and',
			parts: [
				{ kind: 'words', words: ['iron'] },
				{ kind: 'phrase', words: ['two', 'words'] },
				{ kind: 'words', words: ['patch'] },
				{ kind: 'not', part: { kind: 'words', words: ['sleep'] } }
			]
		});
	});
});
