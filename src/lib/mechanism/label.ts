import type { Study } from '#lib/study/study.ts';
import { gather, missesOf, type Found } from './found.ts';
import { judgeApproaches } from './judge-approaches.ts';
import { judgeBlame } from './judge-blame.ts';
import { judgeMechanisms } from './judge-mechanisms.ts';
import { judgeRelated } from './judge-related.ts';
import { judgeRelevance } from './judge-relevance.ts';
import { judgeTreatments, type Treatments } from './judge-treatments.ts';
import type { Labels } from './labels.ts';
import { readStudy } from './read-study.ts';
import type { MechanismId } from './taxonomy.ts';

/**
 * Says what a study is about and proves it: relevance, causes, suspects, related conditions and
 * treatments, each with basis, confidence, a reason and verbatim quotes. Same study, same labels.
 * A study that only mentions restless legs gets no other labels.
 */
export function label(study: Study): Labels {
	const passages = readStudy(study);
	const { relevance, evidence } = judgeRelevance(passages);
	const none = { mechanisms: [], suspects: [], related: [], approaches: [], nearMisses: [] };
	if (relevance === 'mention-only') return { relevance, relevanceEvidence: evidence, ...none };

	const treatments = judgeTreatments(study, passages);
	const blamed = judgeBlame(study, passages);
	const causes = judgeMechanisms(passages, treatments);
	const beside = judgeRelated(study, passages);
	const mechanisms = gather([...causes.found, ...blamed.mechanisms]);
	const approaches = gather(judgeApproaches(study, treatments, blamed));
	const related = gather(beside.found);

	const given = new Set([
		...mechanisms.map(({ id }) => `mechanism ${id}`),
		...related.map(({ id }) => `related ${id}`),
		...approaches.map(({ id }) => `approach ${id}`)
	]);
	return {
		relevance,
		relevanceEvidence: evidence,
		mechanisms: mechanisms.length > 0 ? mechanisms : gather([noCause(treatments)]),
		suspects: gather(blamed.suspects),
		related,
		approaches,
		nearMisses: missesOf(
			[...causes.misses, ...blamed.misses, ...beside.misses, ...treatments.misses],
			given
		)
	};
}

/** `none`: sure where what is given is known and acts on no body process that the record names. */
function noCause({ given, unknown }: Treatments): Found<MechanismId> {
	const known = given.length > 0 && unknown.length === 0;
	return {
		id: 'none',
		basis: 'stated',
		confidence: known ? 'medium' : 'low',
		reason: 'names no cause',
		evidence: []
	};
}
