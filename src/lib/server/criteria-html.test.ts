import { describe, expect, it } from 'vitest';
import { criteriaHtml } from './criteria-html.ts';
import { termFinder } from './glossary.ts';

describe('criteriaHtml', () => {
	it('keeps signs that would be Markdown: an age limit is no quotation', () => {
		const [group] = criteriaHtml(
			'Inclusion Criteria:\n- > 18 years\n- \\>= 15 points\n- # of nights: 3'
		);
		expect(group?.rules.map(({ html }) => html.trim())).toEqual([
			'<p>&gt; 18 years</p>',
			'<p>&gt;= 15 points</p>',
			'<p># of nights: 3</p>'
		]);
	});

	it('puts rules under their rule', () => {
		const [group] = criteriaHtml('Exclusion Criteria:\n1. Causes:\n   * Anemia\n2. Pain');
		expect(group?.rules.map(({ marker, rules }) => [marker, rules.length])).toEqual([
			['1.', 1],
			['2.', 0]
		]);
	});

	it('links a term of the glossary where it first stands, in all lists together', () => {
		const html = criteriaHtml('Inclusion:\n* ferritin known\n\nExclusion:\n* low ferritin', {
			linker: termFinder()
		})
			.flatMap(({ rules }) => rules.map((rule) => rule.html))
			.join('');
		expect(html.match(/glossary#ferritin/g)).toHaveLength(1);
		expect(html.indexOf('glossary#ferritin')).toBeLessThan(html.indexOf('known'));
	});

	it('marks quotes, and shows raw HTML as text', () => {
		const [group] = criteriaHtml('Inclusion:\n* <img src=x onerror=alert(1)> low iron', {
			quotes: ['low iron']
		});
		expect(group?.rules[0]?.html).toContain('<mark>low iron</mark>');
		expect(group?.rules[0]?.html).not.toContain('<img');
	});
});
