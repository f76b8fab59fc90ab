import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { grade, wordsOf } from './grade.ts';

/** The sentences that stand in pages and parts themselves, not in `src/content`: at grade 8 or below, too. */
const files = ['src/routes', 'src/lib'].flatMap((folder) =>
	readdirSync(folder, { recursive: true, encoding: 'utf8' })
		.filter((name) => name.endsWith('.svelte'))
		.map((name) => join(folder, name))
		// the table is for researchers at work
		.filter((file) => !file.startsWith(join('src', 'lib', 'table')))
);

/** What a visitor reads of a component: code and tags away, a value in braces counted as one word. */
function sentencesOf(file: string): string[] {
	return readFileSync(file, 'utf8')
		.replace(/<(script|style)[\s\S]*?<\/\1>|<!--[\s\S]*?-->/g, ' ')
		.replace(/<[^>]*>/g, (tag) => (/^<\/?(a|strong|em|span|mark|q|code)\b/.test(tag) ? ' ' : '. '))
		.replace(/\{[#:/@][^}]*\}|\{const [^}]*\}/g, ' ')
		.replace(/\{(?:[^{}]|\{[^{}]*\})*\}/g, ' it ')
		.replace(/\s+/g, ' ')
		.split(/(?<=[.!?:;])\s+/)
		.map((sentence) => sentence.trim())
		.filter((sentence) => wordsOf(sentence).length >= 5);
}

describe('the fixed texts of pages', () => {
	const all = files.map((file) => ({ file, sentences: sentencesOf(file) }));

	it.each(all.filter(({ sentences }) => sentences.length >= 2))('$file', ({ sentences }) => {
		expect(grade(sentences)).toBeLessThanOrEqual(8);
	});

	it('are found at all', () => {
		expect(all.flatMap(({ sentences }) => sentences).length).toBeGreaterThan(60);
	});
});
