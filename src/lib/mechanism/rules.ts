/** Version of vocabulary and rules; it changes whenever a label could. */
export const rulesVersion = '1.0.0';

/** A rule that can stand in evidence, in words for people. */
export interface Rule {
	id: string;
	facet: 'relevance' | 'mechanism' | 'suspect' | 'related' | 'approach';
	says: string;
}

function rule(id: string, facet: Rule['facet'], says: string): Rule {
	return { id, facet, says };
}

/** Every rule whose id can appear in evidence. */
export const rules: readonly Rule[] = [
	rule('relevance-headline', 'relevance', 'The title, the conditions or a registry term names it.'),
	rule('relevance-aim', 'relevance', 'The plain aim names it, or the people who have it.'),
	rule(
		'relevance-required',
		'relevance',
		'People must have it to join, and the summary is about it.'
	),
	rule(
		'relevance-joined',
		'relevance',
		'People must have it to join, but it is not the main subject.'
	),
	rule('relevance-measured', 'relevance', 'It is a main outcome of a study on something else.'),
	rule('relevance-stated', 'relevance', 'It is one of several stated aims.'),
	rule('relevance-look-alike', 'relevance', 'The title or the conditions name a look-alike.'),
	rule('relevance-mention', 'relevance', 'It is named in passing.'),
	rule('mechanism-gives', 'mechanism', 'What the study gives acts on this, by its class.'),
	rule('mechanism-chosen', 'mechanism', 'People are picked because of this.'),
	rule('mechanism-measured', 'mechanism', 'The title, the aim or a main outcome measures this.'),
	rule(
		'blame-augmentation',
		'suspect',
		'Augmentation is in the title, conditions, aim, main outcome or inclusion criteria.'
	),
	rule('blame-withdrawal', 'suspect', 'Withdrawal of a substance is what the study is about.'),
	rule('blame-induced', 'suspect', 'Restless legs are called induced by or related to it.'),
	rule('blame-onset', 'suspect', 'Restless legs that begin with it are studied or counted.'),
	rule(
		'blame-exposure',
		'suspect',
		'The title, the aim or a main outcome sets it beside restless legs as a possible cause.'
	),
	rule('blame-stated', 'suspect', 'The summary blames it, and the study takes it up.'),
	rule('blame-change', 'suspect', 'Stopping, lowering or switching it is the tested step.'),
	rule(
		'blame-akathisia',
		'suspect',
		'Akathisia is the doing of a medicine, and the summary names it.'
	),
	rule('related-title', 'related', 'The title names the condition.'),
	rule('related-condition', 'related', 'The list of conditions or a registry term names it.'),
	rule('related-inclusion', 'related', 'The inclusion criteria ask for it.'),
	rule(
		'related-aim',
		'related',
		'The aim names it, in a record without conditions and criteria or for children.'
	),
	rule('related-age', 'related', 'Only people under 18 may join.'),
	rule(
		'approach-given',
		'approach',
		'It is an intervention, or the title, an arm or the aim gives it.'
	),
	rule(
		'approach-type',
		'approach',
		'The registry types the intervention so; its name is not known here.'
	),
	rule(
		'approach-change',
		'approach',
		'A medicine is stopped, lowered or switched as the tested step.'
	),
	rule('approach-none', 'approach', 'The registry calls the study observational.'),
	rule('near-mechanism', 'mechanism', 'Named, but not what the study addresses: no label.'),
	rule('near-related', 'related', 'Named, but not asked for: no label.'),
	rule('near-not-given', 'approach', 'Named, but not given as a treatment: no label.')
];
