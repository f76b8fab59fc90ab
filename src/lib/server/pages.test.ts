import { describe, expect, it } from 'vitest';
import { readPage, textPage } from './pages.ts';

const head =
	"---\ntitle: T\nlead: L\nrevised: '2026-01-01'\nnextReview: '2028-01-01'\nsources:\n  AB12:\n    text: 'A'\n  C:\n    text: 'B'\n---\n";

describe('a page of text', () => {
	it('has an introduction and sections with ids', () => {
		const page = readPage(
			'x',
			`${head}Begin.\n\n## Who can’t join?\n\nText.\n\n### Part\n\nMore.\n`
		);
		expect(page.intro).toBe('<p>Begin.</p>\n');
		expect(page.sections).toEqual([
			{
				id: 'who-cant-join',
				heading: 'Who can’t join?',
				html: '<p>Text.</p>\n<h3>Part</h3>\n<p>More.</p>\n'
			}
		]);
	});

	it('numbers its sources in their order', () => {
		const { intro } = readPage('x', `${head}One [C]. Two [AB12, C].`);
		expect(intro).toContain('One<a href="#source-c">[2]</a>.');
		expect(intro).toContain('Two<a href="#source-ab12">[1]</a><a href="#source-c">[2]</a>.');
	});

	it('links a term once, wherever the sections begin', () => {
		const page = readPage('x', `${head}\n## Ferritin\n\nThe ferritin test.\n\n## B\n\nFerritin.`);
		expect(page.sections.map(({ html }) => html.includes('/glossary#ferritin'))).toEqual([
			true,
			false
		]);
	});

	it('raw HTML in it stays text', () => {
		expect(readPage('x', `${head}<script>x</script>`).intro).not.toContain('<script');
	});

	it.each([
		['an unknown source', `${head}One [D].`, 'cites D'],
		['a missing title', head.replace('title: T\n', ''), 'title'],
		['a key that means nothing', head.replace('lead:', 'leed: x\nlead:'), 'leed'],
		['no front matter at all', 'Text.', 'The page x cannot be read']
	])('names %s', (_, text, message) => {
		expect(() => readPage('x', text)).toThrow(message);
	});

	it('a page that is not there is named', () => {
		expect(() => textPage('nowhere')).toThrow('nowhere.md');
	});
});
