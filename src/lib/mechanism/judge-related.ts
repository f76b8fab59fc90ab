import type { Study } from '#lib/study/study.ts';
import type { Hit } from './dictionary.ts';
import { limitAfter, picksLowIron } from './ferritin.ts';
import type { Found } from './found.ts';
import type { Confidence, NearMiss } from './labels.ts';
import { prove } from './quote.ts';
import { after, before, has, type Passage } from './read-study.ts';
import type { RelatedId } from './taxonomy.ts';
import type { Condition } from './vocabulary/conditions.ts';

const confidences: Partial<Record<Passage['role'], Confidence>> = {
	title: 'high',
	condition: 'high',
	'mesh-condition': 'high',
	inclusion: 'medium',
	population: 'medium',
	aim: 'low',
	'detail-aim': 'low'
};

/** Conditions that a study is also about or that people must have (guide §3). */
export function judgeRelated(
	study: Study,
	passages: readonly Passage[]
): { found: Found<RelatedId>[]; misses: NearMiss[] } {
	const found: Found<RelatedId>[] = [];
	const misses: NearMiss[] = [];
	// A record without conditions and criteria says only in its aim whom it is for.
	const thin = study.conditions.length === 0 && study.eligibility.criteria === undefined;
	for (const passage of passages) {
		for (const hit of passage.conditions) {
			const { id } = hit.row;
			if (id === undefined) continue;
			const why = whyNot(study, passage, hit, thin);
			const evidence = [
				prove(
					passage,
					why === undefined ? `related-${source(passage)}` : 'near-related',
					hit.start,
					hit.end
				)
			];
			if (why === undefined) {
				const confidence = confidences[passage.role] ?? 'low';
				found.push({ id, basis: 'chosen', confidence, reason: reason(passage, hit.row), evidence });
			} else if (why !== '') misses.push({ facet: 'related', id, why, evidence });
		}
	}
	found.push(...byFerritin(passages), ...byAge(study), ...others(passages));
	return { found: withoutAdults(study, found), misses };
}

function source({ role }: Passage): string {
	if (role === 'title') return 'title';
	if (role === 'condition' || role === 'mesh-condition') return 'condition';
	return role === 'aim' || role === 'detail-aim' ? 'aim' : 'inclusion';
}

function reason({ role }: Passage, { people }: Condition): string {
	return role === 'inclusion' || role === 'population'
		? `picks people with ${people}`
		: `is also about ${people}`;
}

/** Why a condition that is named is no label; empty where it is not worth saying. */
function whyNot(
	study: Study,
	passage: Passage,
	hit: Hit<Condition>,
	thin: boolean
): string | undefined {
	switch (passage.role) {
		case 'title':
			if (before(passage, hit, 2, 'negation', 'leave-out')) return 'named as absent';
			return hit.row.id === 'insomnia' && after(passage, hit, 1, 'leave-out') ? '' : undefined;
		case 'condition':
		case 'mesh-condition':
			return undefined;
		case 'population':
		case 'inclusion':
			return notRequired(passage, hit);
		case 'aim':
		case 'detail-aim':
			if (
				hit.row.id === 'children' &&
				study.eligibility.maximumAge === undefined &&
				passage.role === 'aim'
			)
				return /\b(?:in|of|with|among)\s+$/i.test(passage.text.slice(0, hit.start)) &&
					!/\badults?\b/i.test(passage.text)
					? undefined
					: '';
			return thin &&
				!has(passage, 'example') &&
				/\b(?:in|for|of|with|having)\s[^.;]{0,40}$/i.test(
					passage.text.slice(0, hit.start).slice(-50)
				) &&
				hit.row.id !== 'plmd' &&
				!has(passage, 'negation')
				? undefined
				: '';
		case 'exclusion':
			return 'found only in the exclusion criteria';
		default:
			return '';
	}
}

function notRequired(passage: Passage, hit: Hit<Condition>): string | undefined {
	const { id } = hit.row;
	if (before(passage, hit, 10, 'negation', 'leave-out') || after(passage, hit, 4, 'leave-out'))
		return 'named as absent';
	if (has(passage, 'allowed') || /\b(?:if|unless|may|whether|regardless)\b/i.test(passage.text))
		return 'allowed, but not asked for';
	if (id === 'pregnancy' && has(passage, 'check')) return '';
	if (id === 'children' || id === 'older-people') return '';
	if (before(passage, hit, 3, 'earlier') || has(passage, 'washout')) return 'only in the past';
	if (has(passage, 'example')) return passage.role === 'population' ? '' : 'one example of many';
	if (id === 'depression' && has(passage, 'stable')) return 'allowed at a stable dose';
	return undefined;
}

/** A low maximum of ferritin asks for low iron as plainly as its name does. */
function byFerritin(passages: readonly Passage[]): Found<RelatedId>[] {
	return passages
		.filter((passage) => passage.role === 'inclusion' && !has(passage, 'allowed', 'negation'))
		.flatMap((passage) =>
			passage.topics
				.filter(
					({ end, row }) =>
						row.mechanism === 'iron' && picksLowIron(limitAfter(passage.text.slice(end)))
				)
				.map((hit) => ({
					id: 'iron-deficiency' as const,
					basis: 'chosen' as const,
					confidence: 'medium' as const,
					reason: 'picks people with low iron',
					evidence: [prove(passage, 'related-inclusion', hit.start, hit.end)]
				}))
		);
}

/** `children`: only people under 18 may join. */
function byAge(study: Study): Found<RelatedId>[] {
	const maximum = study.eligibility.maximumAge;
	if (
		!maximum ||
		maximum.years > 18 ||
		(maximum.years === 18 && !/^17|months|^18/i.test(maximum.text))
	)
		return [];
	if (
		maximum.years >= 18 &&
		study.eligibility.ageGroups.includes('ADULT') &&
		(study.eligibility.minimumAge?.years ?? 0) >= 18
	)
		return [];
	return [
		{
			id: 'children',
			basis: 'chosen',
			confidence: 'high',
			reason: 'only people under 18 may join',
			evidence: [
				{
					field: 'protocolSection.eligibilityModule.maximumAge',
					quote: maximum.text,
					rule: 'related-age'
				}
			]
		}
	];
}

/** A word for children in a list of conditions does not make a study for adults one for children. */
function withoutAdults(study: Study, found: readonly Found<RelatedId>[]): Found<RelatedId>[] {
	const minimum = study.eligibility.minimumAge?.years ?? 0;
	return found.filter(({ id }) => id !== 'children' || minimum < 18);
}

/** A listed condition that the vocabulary does not know. */
function others(passages: readonly Passage[]): Found<RelatedId>[] {
	return passages
		.filter(
			({ role, text, subjects, conditions }) =>
				role === 'condition' &&
				subjects.length === 0 &&
				conditions.every(({ row }) => row.id === undefined) &&
				!/^(?:sleep|quality of life|RLS|healthy|legs?|quality)/i.test(text)
		)
		.map((passage) => ({
			id: 'other',
			basis: 'chosen',
			confidence: 'low',
			reason: 'is also about another condition',
			evidence: [prove(passage, 'related-condition')]
		}));
}
