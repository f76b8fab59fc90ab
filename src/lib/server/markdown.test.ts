import { describe, expect, it } from 'vitest';
import { markdown } from './markdown.ts';

describe('Markdown of records', () => {
	it.each([
		'<script>alert(1)</script>',
		'<img src=x onerror=alert(1)>',
		'[x](javascript:alert(1))',
		'![x](https://elsewhere.example/x.png)',
		'<a href="javascript:alert(1)">x</a>',
		'`<script>`',
		'[x]: javascript:alert(1)\n[x]'
	])('%s does nothing', (text) => {
		const html = markdown(text);
		expect(html).not.toMatch(/<(script|img|iframe|svg)|href="javascript|<[a-z]+ [^>]*\bon\w+=/i);
	});

	it('links say that we do not vouch for them', () => {
		expect(markdown('[x](https://example.org)')).toContain('rel="nofollow noopener"');
	});

	it('takes escapes away and keeps the signs', () => {
		expect(markdown('* Age \\>= 18\n* ferritin \\< 75')).toContain('<li>ferritin &lt; 75</li>');
	});
});

describe('quotes marked in the text', () => {
	it('marks a piece of a list item', () => {
		expect(
			markdown('* Age \\>= 18\n* ferritin \\< 75 ng', { quotes: ['ferritin < 75'] })
		).toContain('<li><mark>ferritin &lt; 75</mark> ng</li>');
	});

	it('a quote that begins with the list marker leaves the list whole', () => {
		expect(markdown('Rules:\n\n1. RLS\n2. Age', { quotes: ['1. RLS'] })).toContain(
			'<li><mark>RLS</mark></li>'
		);
	});

	it('a quote over several elements marks each by itself', () => {
		const html = markdown('one **two** three', { quotes: ['one **two** three'] });
		expect(html).toBe(
			'<p><mark>one </mark><strong><mark>two</mark></strong><mark> three</mark></p>\n'
		);
	});

	it('signs of our own in a record do no harm', () => {
		expect(markdown('a \u{E000}b\u{E001} c')).toBe('<p>a b c</p>\n');
	});
});
