import { performance } from 'node:perf_hooks';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { glossary, readGlossary, termFinder } from './glossary.ts';
import { markdown } from './markdown.ts';

describe('reading the glossary', () => {
	const head = 'id\tterm\tsay\tforms\tmeaning\n';

	it('reads terms, how they are said and the words that lead to them', () => {
		expect(readGlossary(`${head}b-c\tB c\t\tb c|b cs\tSays b.\na\tA\tAY\t\tSays a.\n`)).toEqual([
			{ id: 'a', term: 'A', say: 'AY', forms: [], meaning: 'Says a.' },
			{ id: 'b-c', term: 'B c', say: undefined, forms: ['b c', 'b cs'], meaning: 'Says b.' }
		]);
	});

	it.each([
		['a bad id', 'B c\tB\t\tb\tx', 'kebab'],
		['a missing meaning', 'b\tB\t\tb', 'meaning'],
		['a cell too many', 'b\tB\t\tb\tx\ty', 'too many'],
		['signs in a form, which would break its link', 'b\tB\t\tb](c\tx', 'must be words'],
		['an id twice', 'b\tB\t\tb\tx\nb\tC\t\tc\tx', '“b” twice'],
		['a form of two terms', 'b\tB\t\tb\tx\nc\tC\t\tb\tx', '“b” twice']
	])('names %s', (_, lines, message) => {
		expect(() => readGlossary(head + lines)).toThrow(message);
	});

	it('has some 60 terms by alphabet, each said where people stumble', () => {
		expect(glossary.length).toBeGreaterThanOrEqual(60);
		expect(glossary.map(({ term }) => term)).toEqual(
			glossary.map(({ term }) => term).toSorted((a, b) => a.localeCompare(b, 'en'))
		);
		expect(glossary.find(({ id }) => id === 'ferritin')?.say).toBe('FER-ih-tin');
	});
});

const html = (text: string) => markdown(text, { linker: termFinder() });
const plain = (text: string) => markdown(text);

describe('terms become links', () => {
	it('where they first stand, in the letters of the text', () => {
		expect(html('Ferritin is low.\n\nThe ferritin test.')).toBe(
			'<p><a href="/glossary#ferritin">Ferritin</a> is low.</p>\n<p>The ferritin test.</p>\n'
		);
	});

	it('the longest form wins', () => {
		expect(html('a dopamine agonist, and dopamine')).toContain(
			'a <a href="/glossary#dopamine-agonist">dopamine agonist</a>, and <a href="/glossary#dopamine">'
		);
	});

	it('another form of a term that is linked already stays as it is', () => {
		expect(html('TSAT, then transferrin saturation').match(/<a /g)).toHaveLength(1);
	});

	it('words in capitals are other words in small letters', () => {
		expect(html('the tms and the TMS')).toBe(
			'<p>the tms and the <a href="/glossary#transcranial-magnetic-stimulation">TMS</a></p>\n'
		);
	});

	it('in lists and in the middle of bold type', () => {
		expect(html('- **the ferritin test**\n- x')).toContain(
			`<strong>the <a href="/glossary#ferritin">ferritin</a> test</strong>`
		);
	});

	it.each([
		'Preferritin, ferritins, ferritin-based, non-ferritin and my_ferritin_b',
		'https://example.org/ferritin and x.ferritin.org and ferritin@example.org',
		'See [the ferritin test](/causes/iron).',
		'The code `ferritin` and `` ` ferritin ``',
		'## Ferritin\n\nTwo\nlines of ferritin\n===',
		'- # Ferritin',
		'```\nx\n\nferritin\n```',
		'    ferritin as code',
		'[x](/y "ferritin")'
	])('not in %j', (text) => {
		expect(html(text)).toBe(plain(text));
	});

	it('never within a citation, but beside it', () => {
		expect(html('Low ferritin [[1]](#source-koo16).')).toBe(
			'<p>Low <a href="/glossary#ferritin">ferritin</a> <a href="#source-koo16">[1]</a>.</p>\n'
		);
	});
});

describe('any text', () => {
	const bits = fc.constantFrom(
		...['ferritin', 'Dopamine', 'agonist', 'restless legs\nsyndrome', 'IV iron', 'x', '1. ', '- '],
		...[' ', '\n', '\n\n', '    ', '\t', '`', '```', '[', ']', '(', ')', '](', '<', '>', '*', '**'],
		...['_', '#', '# ', '===', '---', '\\', '"', '&lt;', ':', '/', '.', '!', '\r\n', '~~~']
	);

	it('says the same with links as without, in the same markup', () => {
		fc.assert(
			fc.property(fc.array(bits, { maxLength: 25 }), (parts) => {
				const text = parts.join('');
				const without = html(text).replace(/<a href="\/glossary#[^>]*>(.*?)<\/a>/gs, '$1');
				expect(without).toBe(plain(text));
			}),
			{ numRuns: 3000 }
		);
	});

	it.each(['[', 'restless legs ', 'ferritin ', 'dopamine\n', '-=', ' '])(
		'%j, over and over, takes no time',
		(bit) => {
			const begin = performance.now();
			termFinder()(bit.repeat(300_000 / bit.length));
			expect(performance.now() - begin).toBeLessThan(1500);
		}
	);
});
