import { describe, expect, it } from 'vitest';
import { saysOf, trialWith } from './sample.ts';

describe('how people get into groups', () => {
	it('tells chance from no chance', () => {
		expect(saysOf({ design: { allocation: 'RANDOMIZED', whoMasked: [] } })).toContain(
			'Chance decides which group a person is in.'
		);
		expect(saysOf({ design: { allocation: 'NON_RANDOMIZED', whoMasked: [] } })).toContain(
			'People come into groups in a way that is not left to chance.'
		);
	});

	it('says of one group only that, and nothing of chance', () => {
		const design = { allocation: 'NA', interventionModel: 'SINGLE_GROUP', whoMasked: [] };
		const says = saysOf({ design });
		expect(says).toContain('All people are in one group.');
		expect(says.join(' ')).not.toMatch(/chance/i);
	});

	it('says so where the record speaks of one group and lists two', () => {
		const design = { interventionModel: 'SINGLE_GROUP', whoMasked: [] };
		const says = saysOf({ ...trialWith(['EXPERIMENTAL', 'A'], ['OTHER', 'B']), design });
		expect(says).toContain('The record speaks of one group, but lists more.');
		expect(says).not.toContain('All people are in one group.');
	});

	it('says that each person gets all in turn', () => {
		const design = { allocation: 'RANDOMIZED', interventionModel: 'CROSSOVER', whoMasked: [] };
		expect(saysOf({ design })).toContain('Each person gets all in turn, one after another.');
	});

	it('shows words that are new to us as they are', () => {
		const design = { allocation: 'BY_MOON', interventionModel: 'SPIRAL', whoMasked: [] };
		const text = saysOf({ type: 'DREAM', design }).join(' ');
		for (const word of ['“BY_MOON”', '“SPIRAL”', '“DREAM”']) expect(text).toContain(word);
	});
});

describe('who does not know who gets what', () => {
	const masked = (masking: string, ...whoMasked: string[]) =>
		saysOf({ design: { masking, whoMasked } });

	it('says of an open trial that all know', () => {
		expect(masked('NONE')).toContain('All know who gets what.');
	});

	it('names who does not know, words new to us included', () => {
		expect(masked('TRIPLE', 'PARTICIPANT', 'INVESTIGATOR', 'ROBOT')).toContain(
			'Who gets what is not known to the people in the study, those who lead the study and “ROBOT”.'
		);
	});

	it('does not guess who it is where only a number is given', () => {
		expect(masked('DOUBLE')).toContain(
			'Two sides do not know who gets what; the record does not say which.'
		);
		expect(masked('FOGGY').join(' ')).toContain('“FOGGY”');
	});

	it('does not say that all know where the record names who does not', () => {
		expect(masked('NONE', 'PARTICIPANT')).not.toContain('All know who gets what.');
	});
});
