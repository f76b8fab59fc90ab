import type { Study } from '#lib/study/study.ts';
import type { Found } from './found.ts';
import type { Blamed } from './judge-blame.ts';
import { says, type Treatments } from './judge-treatments.ts';
import { prove } from './quote.ts';
import type { ApproachId } from './taxonomy.ts';
import { approaches as names } from './taxonomy.ts';

/** What the registry's own type says of an intervention that the vocabulary does not know. */
const byType: Record<string, ApproachId> = {
	DRUG: 'other-drug',
	BIOLOGICAL: 'other-drug',
	COMBINATION_PRODUCT: 'other-drug',
	DEVICE: 'device',
	BEHAVIORAL: 'behavioural',
	DIETARY_SUPPLEMENT: 'supplement',
	PROCEDURE: 'procedure'
};

/** A device that records is no treatment, nor is one in a study of a test. */
const measures =
	/\b(?:record\w*|monitor\w*|tracker|sensors?|EEG|EMG|ECG|diagnostic|tests?|testing|measur\w*|scan\w*|imaging|assessment|questionnaire|camera|radar)\b/i;
const tests = ['DIAGNOSTIC', 'SCREENING'];

/** What people are given or do (guide §4); `observational` where the record names nothing that is. */
export function judgeApproaches(
	study: Study,
	treatments: Treatments,
	blamed: Blamed
): Found<ApproachId>[] {
	const found: Found<ApproachId>[] = [];
	for (const { agent, passage, hit, basis, confidence } of treatments.given)
		for (const id of agent.approaches) {
			const reason = says({ agent, basis });
			const evidence = [prove(passage, 'approach-given', hit.start, hit.end)];
			found.push({ id, basis, confidence, reason, evidence });
		}
	for (const { evidence, reason } of blamed.changes)
		found.push({
			id: 'medicine-change',
			basis: 'gives',
			confidence: 'medium',
			reason,
			evidence: [evidence]
		});
	for (const { passage, type } of treatments.unknown) {
		const id = byType[type];
		if (id === undefined || (found.length > 0 && type === 'DRUG')) continue;
		if (
			id === 'device' &&
			(measures.test(passage.text) || tests.includes(study.design.primaryPurpose ?? ''))
		)
			continue;
		const reason = `gives: ${names[id].label.toLowerCase()}`;
		found.push({
			id,
			basis: 'gives',
			confidence: 'low',
			reason,
			evidence: [prove(passage, 'approach-type')]
		});
	}
	const observed = study.type === 'OBSERVATIONAL';
	if (observed || found.length === 0)
		found.push({
			id: 'observational',
			basis: 'stated',
			confidence: observed ? (found.length === 0 ? 'high' : 'medium') : 'low',
			reason: 'gives no treatment',
			evidence: observed
				? [
						{
							field: 'protocolSection.designModule.studyType',
							quote: 'OBSERVATIONAL',
							rule: 'approach-none'
						}
					]
				: []
		});
	return found;
}
