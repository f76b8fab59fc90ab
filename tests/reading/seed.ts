/**
 * What became of each statement of the article that this site began with (NHLBI, "What Causes
 * Restless Legs Syndrome?", November 1, 2010). The statements are in our own words, in its order.
 */
export interface Kept {
	/** What that article said, in short. */
	said: string;
	/**
	 * `kept`: still stands; `softened`: stands with less weight; `corrected`: said otherwise today;
	 * `strengthened`: better proven now.
	 */
	verdict: 'kept' | 'softened' | 'corrected' | 'strengthened';
	/** Slug of the article that says it now, and how it begins or what it says in full. */
	article: string;
	sentence: string;
}

/** Statement ids, complete and in the order of the old article; the test checks both ways. */
export const statements = [
	'main-cause',
	'brain-makes-dopamine-with-iron',
	'brain-uses-iron-for-other-tasks',
	'dopamine-works-in-movement-parts',
	'conditions-affect-brain-iron',
	'kidney-failure',
	'parkinson',
	'diabetes',
	'rheumatoid-arthritis',
	'pregnancy',
	'iron-deficiency',
	'conditions-raise-risk',
	'family',
	'genes-and-iron',
	'nerve-damage-legs-feet',
	'nerve-damage-arms-hands',
	'nerve-damage-causes-or-worsens',
	'diabetes-damages-nerves',
	'medicines-may-trigger',
	'antinausea',
	'antidepressants',
	'antipsychotics',
	'antihistamines',
	'calcium-channel-blockers',
	'better-when-medicine-stops',
	'alcohol',
	'tobacco',
	'better-when-substance-stops'
] as const;
export type Statement = (typeof statements)[number];

export const kept: Record<Statement, Kept> = {
	'main-cause': {
		said: 'Poor use or lack of iron in the brain is the main cause',
		verdict: 'softened',
		article: 'iron',
		sentence: 'Many experts see this as a leading cause of restless legs syndrome (RLS).'
	},
	'brain-makes-dopamine-with-iron': {
		said: 'The brain makes dopamine (DO-pah-meen) with iron',
		verdict: 'kept',
		article: 'iron',
		sentence: 'It uses iron to make dopamine (DO-pah-meen), a chemical that helps control movement.'
	},
	'brain-uses-iron-for-other-tasks': {
		said: 'The brain uses iron to control other activities',
		verdict: 'kept',
		article: 'iron',
		sentence: 'It also uses iron for other tasks.'
	},
	'dopamine-works-in-movement-parts': {
		said: 'Dopamine works in the parts of the brain that control movement',
		verdict: 'kept',
		article: 'dopamine',
		sentence: 'It works in the parts of the brain that control movement.'
	},
	'conditions-affect-brain-iron': {
		said: 'The six conditions affect how much iron the brain has, or how it uses it',
		verdict: 'corrected',
		article: 'related-conditions',
		sentence: 'It has not been shown that each of them works through iron in the brain.'
	},
	'kidney-failure': {
		said: 'Kidney failure is one of them',
		verdict: 'kept',
		article: 'related-conditions',
		sentence: 'RLS is common in people whose kidneys have failed.'
	},
	parkinson: {
		said: 'Parkinson’s disease is one of them',
		verdict: 'softened',
		article: 'related-conditions',
		sentence: 'Studies of Parkinson’s disease and RLS do not agree.'
	},
	diabetes: {
		said: 'Diabetes is one of them',
		verdict: 'softened',
		article: 'related-conditions',
		sentence: 'RLS seems to be more common in people with diabetes, but studies are less sure.'
	},
	'rheumatoid-arthritis': {
		said: 'Rheumatoid arthritis is one of them',
		verdict: 'softened',
		article: 'related-conditions',
		sentence:
			'Small studies found high rates of RLS in people with rheumatoid arthritis, a disease that makes joints sore and stiff.'
	},
	pregnancy: {
		said: 'Pregnancy is one of them',
		verdict: 'kept',
		article: 'related-conditions',
		sentence: 'RLS is very common in pregnancy, above all in the last three months.'
	},
	'iron-deficiency': {
		said: 'Iron deficiency is one of them',
		verdict: 'kept',
		article: 'related-conditions',
		sentence: 'RLS is clearly more common in people who have too little iron in the body.'
	},
	'conditions-raise-risk': {
		said: 'All of them raise the risk of RLS',
		verdict: 'softened',
		article: 'related-conditions',
		sentence:
			'The link is clear for iron deficiency and kidney failure, well supported for pregnancy, and less sure for the other three.'
	},
	family: {
		said: 'People whose family members have RLS are more likely to get it',
		verdict: 'kept',
		article: 'genetics',
		sentence: 'Restless legs syndrome (RLS) often runs in families.'
	},
	'genes-and-iron': {
		said: 'Genes may contribute to the poor use or lack of iron',
		verdict: 'strengthened',
		article: 'genetics',
		sentence: 'They point to the growth of nerves and to brain signals as well as to iron.'
	},
	'nerve-damage-legs-feet': {
		said: 'Nerve damage in the legs or feet is a cause',
		verdict: 'kept',
		article: 'nerve-damage',
		sentence:
			'Nerve damage in the legs or feet, and sometimes in the arms or hands, goes along with restless legs syndrome (RLS).'
	},
	'nerve-damage-arms-hands': {
		said: 'Sometimes it is nerve damage in the arms or hands',
		verdict: 'kept',
		article: 'nerve-damage',
		sentence:
			'Nerve damage in the legs or feet, and sometimes in the arms or hands, goes along with restless legs syndrome (RLS).'
	},
	'nerve-damage-causes-or-worsens': {
		said: 'Nerve damage may cause RLS or make it worse',
		verdict: 'softened',
		article: 'nerve-damage',
		sentence: 'It may cause RLS or make it worse, but this is less sure than the link itself.'
	},
	'diabetes-damages-nerves': {
		said: 'Several conditions damage nerves, diabetes among them',
		verdict: 'kept',
		article: 'nerve-damage',
		sentence: 'Diabetes is one cause of nerve damage.'
	},
	'medicines-may-trigger': {
		said: 'Some medicines may trigger RLS',
		verdict: 'kept',
		article: 'medicines',
		sentence: 'Some medicines can start restless legs syndrome (RLS) or make it worse.'
	},
	antinausea: {
		said: 'Antinausea medicines, used to treat upset stomach',
		verdict: 'kept',
		article: 'medicines',
		sentence: 'Antinausea medicines are used to treat an upset stomach.'
	},
	antidepressants: {
		said: 'Antidepressants, used to treat depression',
		verdict: 'kept',
		article: 'medicines',
		sentence: 'Antidepressants are used to treat depression.'
	},
	antipsychotics: {
		said: 'Antipsychotics, used to treat certain mental illnesses',
		verdict: 'kept',
		article: 'medicines',
		sentence: 'Antipsychotics are used to treat some mental illnesses.'
	},
	antihistamines: {
		said: 'Cold and allergy medicines with antihistamines',
		verdict: 'kept',
		article: 'medicines',
		sentence:
			'Antihistamines are in many medicines for colds and allergies, and in some sleep aids.'
	},
	'calcium-channel-blockers': {
		said: 'Calcium channel blockers, used to treat heart problems and high blood pressure',
		verdict: 'softened',
		article: 'medicines',
		sentence: 'We found little proof: one small survey of 40 people even found less RLS with them.'
	},
	'better-when-medicine-stops': {
		said: 'RLS usually gets better or may go away when the medicine is stopped',
		verdict: 'kept',
		article: 'medicines',
		sentence:
			'RLS from a medicine often gets better, and may go away, when the dose is lowered or the medicine is stopped.'
	},
	alcohol: {
		said: 'Alcohol can trigger or worsen RLS',
		verdict: 'softened',
		article: 'substances',
		sentence: 'For alcohol, the studies do not agree.'
	},
	tobacco: {
		said: 'Tobacco can trigger or worsen RLS',
		verdict: 'kept',
		article: 'substances',
		sentence: 'People who smoke seem to get RLS more often than people who do not.'
	},
	'better-when-substance-stops': {
		said: 'RLS may get better or go away when the substance is stopped',
		verdict: 'kept',
		article: 'substances',
		sentence: 'RLS may get better or go away when the substance is stopped.'
	}
};
