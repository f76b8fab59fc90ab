import type { Study } from '#lib/study/study.ts';
import { field, listed, sentenceFor, type Saying } from './saying.ts';

const maskings: Record<string, string> = {
	NONE: 'All know who gets what.',
	SINGLE: 'One side does not know who gets what; the record does not say which.',
	DOUBLE: 'Two sides do not know who gets what; the record does not say which.',
	TRIPLE: 'Three sides do not know who gets what; the record does not say which.',
	QUADRUPLE: 'Four sides do not know who gets what; the record does not say which.'
};

const parties: Record<string, string> = {
	PARTICIPANT: 'the people in the study',
	CARE_PROVIDER: 'those who treat them',
	INVESTIGATOR: 'those who lead the study',
	OUTCOMES_ASSESSOR: 'those who judge how it went'
};

/** Who does not know who gets what (DesignMasking, WhoMasked). */
export function maskingOf({ design: { masking, whoMasked } }: Study): Saying[] {
	const [level, who] = ['masking', 'whoMasked'].map((name) =>
		field(`designModule.designInfo.maskingInfo.${name}`)
	);
	const fields = [
		...(masking !== undefined && level ? [level] : []),
		...(whoMasked.length > 0 && who ? [who] : [])
	];
	if (whoMasked.length > 0) {
		if (masking === 'NONE')
			return [
				{ says: 'The record does not agree with itself on who knows who gets what.', fields }
			];
		const names = listed(whoMasked.map((party) => sentenceFor(parties, party, (quoted) => quoted)));
		return [{ says: `Who gets what is not known to ${names}.`, fields }];
	}
	if (masking === undefined) return [];
	const says = sentenceFor(
		maskings,
		masking,
		(quoted) => `The record gives what is kept from people as ${quoted}.`
	);
	return [{ says, fields }];
}
