import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { bareStudy } from '#lib/study/sample.ts';
import { questionsFor } from './questions.ts';

describe('questions for the study team', () => {
	it('asks for all that is not stated, each thing once', () => {
		const questions = questionsFor(bareStudy('NCT00000101'));
		expect(questions[0]).toBe('How many visits and nights are there, and where?');
		expect(questions).toContain('How long would I take part?');
		expect(new Set(questions).size).toBe(questions.length);
		expect(questions.every((question) => question.endsWith('?'))).toBe(true);
	});

	it('does not ask for what is stated, by a passage or by a fact', () => {
		const questions = questionsFor(
			bareStudy('NCT00000101', {
				summary: 'There will be four visits. Participants will be paid for their trip.',
				arms: ['EXPERIMENTAL', 'PLACEBO_COMPARATOR'].map((type) => ({ type, interventions: [] }))
			})
		);
		expect(questions[0]).toBe('Are there nights in a sleep lab, and how many?');
		expect(questions.join(' ')).not.toMatch(/placebo|travel|visits/);
	});

	it('does not ask a study that only watches about placebo and treatment afterward', () => {
		const text = questionsFor(bareStudy('NCT00000101', { type: 'OBSERVATIONAL' })).join(' ');
		expect(text).not.toMatch(/placebo|afterward/);
	});

	it('asks what the page on taking part asks in the same words', () => {
		const page = readFileSync('src/content/pages/about-trials.md', 'utf8');
		const same = questionsFor(bareStudy('NCT00000101')).filter((question) =>
			page.includes(`- ${question}`)
		);
		expect(same).toHaveLength(8);
	});
});
