/** The facets of this finder and their values. Ids are part of URLs: they are added to, never changed. */
interface Value {
	/** The field's term. */
	label: string;
	/** For people who are not at home in medical English. */
	plain: string;
}

/** What body process or suspect does a study act on, pick people by, or measure? */
export const mechanisms = {
	iron: { label: 'Iron', plain: 'Low iron, or iron that is not used well' },
	dopamine: { label: 'Dopamine', plain: 'The brain chemical dopamine' },
	'nerve-damage': {
		label: 'Nerve damage',
		plain: 'Damaged or irritated nerves in legs, feet, arms or hands'
	},
	'medicines-substances': {
		label: 'Medicines and substances',
		plain: 'A medicine or substance that may start or worsen RLS'
	},
	genetics: { label: 'Genetics', plain: 'Genes and family history' },
	'nerve-signals': {
		label: 'Brain and nerve signals',
		plain: 'Other brain, spinal and nerve signals'
	},
	circulation: { label: 'Blood flow', plain: 'Blood flow, oxygen and veins' },
	'nutrients-hormones': {
		label: 'Nutrients and hormones',
		plain: 'Vitamins, minerals and hormones'
	},
	'immune-gut': { label: 'Immune system and gut', plain: 'Inflammation and gut bacteria' },
	none: { label: 'No cause addressed', plain: 'The study does not look at a cause' }
} as const satisfies Record<string, Value>;
export type MechanismId = keyof typeof mechanisms;

/** Which medicine or substance is the suspect (a finer value of `medicines-substances`). */
export const suspects = {
	antidepressant: { label: 'Antidepressants', plain: 'Medicines for depression' },
	antipsychotic: { label: 'Antipsychotics', plain: 'Medicines for serious mental illness' },
	antinausea: { label: 'Antinausea medicines', plain: 'Medicines for an upset stomach' },
	antihistamine: {
		label: 'Antihistamines',
		plain: 'Cold and allergy medicines that make you sleepy'
	},
	'calcium-channel-blocker': {
		label: 'Calcium channel blockers',
		plain: 'Some heart and blood pressure medicines'
	},
	'dopamine-medicine': {
		label: 'Dopamine medicines',
		plain: 'RLS that dopamine medicines made worse (augmentation)'
	},
	'opioid-withdrawal': { label: 'Opioid withdrawal', plain: 'Coming off strong pain medicines' },
	anaesthesia: {
		label: 'Anaesthesia',
		plain: 'Medicines that numb you or put you to sleep for an operation'
	},
	alcohol: { label: 'Alcohol', plain: 'Alcohol' },
	tobacco: { label: 'Tobacco', plain: 'Smoking and nicotine' },
	caffeine: { label: 'Caffeine', plain: 'Coffee, tea and other drinks with caffeine' },
	other: { label: 'Another medicine or substance', plain: 'Another medicine or substance' }
} as const satisfies Record<string, Value>;
export type SuspectId = keyof typeof suspects;

/** What people in a tested or active-comparison arm are given or do. */
export const approaches = {
	'iron-therapy': { label: 'Iron treatment', plain: 'Iron by mouth or by drip' },
	dopaminergic: { label: 'Dopamine medicines', plain: 'Medicines that copy or raise dopamine' },
	'alpha-2-delta': {
		label: 'Alpha-2-delta medicines',
		plain: 'Gabapentin, pregabalin and their kin'
	},
	opioid: { label: 'Opioid medicines', plain: 'Strong pain medicines in low dose' },
	sedative: { label: 'Sleep medicines', plain: 'Medicines that help sleep' },
	'other-drug': { label: 'Other medicines', plain: 'Any other medicine' },
	device: {
		label: 'Devices and stimulation',
		plain: 'Wearables, stimulators, light, pressure, heat'
	},
	'exercise-physical': {
		label: 'Exercise and physical therapy',
		plain: 'Moving, stretching, yoga'
	},
	supplement: {
		label: 'Vitamins, minerals, herbs, diet',
		plain: 'Food-type products other than iron'
	},
	behavioural: {
		label: 'Behaviour and talking therapy',
		plain: 'Talking therapy, mindfulness, sleep habits'
	},
	procedure: { label: 'Procedures and surgery', plain: 'Operations, injections, nerve blocks' },
	complementary: {
		label: 'Hands-on and complementary',
		plain: 'Massage, acupuncture, reflexology'
	},
	'medicine-change': {
		label: 'Stopping or switching a medicine',
		plain: 'Lowering, stopping or changing a medicine'
	},
	observational: { label: 'No treatment', plain: 'Tests, surveys and registries: nothing is given' }
} as const satisfies Record<string, Value>;
export type ApproachId = keyof typeof approaches;

/** Conditions that a study is also about, or that people must have to join. */
export const related = {
	kidney: { label: 'Kidney failure, dialysis, transplant', plain: 'Kidney failure' },
	parkinson: { label: 'Parkinson disease', plain: 'Parkinson disease' },
	diabetes: { label: 'Diabetes', plain: 'Diabetes' },
	'rheumatoid-arthritis': { label: 'Rheumatoid arthritis', plain: 'Rheumatoid arthritis' },
	pregnancy: { label: 'Pregnancy and after birth', plain: 'Pregnancy' },
	'iron-deficiency': { label: 'Iron deficiency', plain: 'Low iron, with or without anaemia' },
	neuropathy: { label: 'Neuropathy', plain: 'Nerve damage' },
	plmd: { label: 'Periodic limb movements', plain: 'Leg jerks in sleep' },
	insomnia: { label: 'Insomnia', plain: 'Poor sleep' },
	'sleep-apnoea': { label: 'Sleep apnoea', plain: 'Breathing stops in sleep' },
	depression: { label: 'Depression and mood problems', plain: 'Depression' },
	'multiple-sclerosis': { label: 'Multiple sclerosis', plain: 'Multiple sclerosis' },
	'opioid-use-disorder': { label: 'Opioid use disorder or withdrawal', plain: 'Opioid dependence' },
	dementia: { label: 'Dementia', plain: 'Dementia' },
	children: { label: 'Children and teenagers', plain: 'Children and teenagers' },
	narcolepsy: { label: 'Narcolepsy and hypersomnia', plain: 'Being too sleepy by day' },
	rbd: { label: 'REM sleep behaviour disorder', plain: 'Acting out dreams' },
	anxiety: { label: 'Anxiety', plain: 'Anxiety' },
	adhd: { label: 'ADHD', plain: 'Attention and activity problems' },
	autism: { label: 'Autism', plain: 'Autism' },
	migraine: { label: 'Migraine and headache', plain: 'Headache' },
	stroke: { label: 'Stroke and TIA', plain: 'Stroke' },
	'heart-disease': { label: 'Heart and blood vessel disease', plain: 'Heart disease' },
	copd: { label: 'COPD and lung disease', plain: 'Lung disease' },
	'liver-disease': { label: 'Liver disease', plain: 'Liver disease' },
	'gut-disease': { label: 'Bowel disease', plain: 'Crohn, coeliac, irritable bowel' },
	fibromyalgia: { label: 'Fibromyalgia and chronic pain', plain: 'Lasting pain' },
	'venous-disease': { label: 'Varicose veins and vein disease', plain: 'Vein problems' },
	'spinal-anaesthesia': {
		label: 'Spinal or epidural anaesthesia',
		plain: 'Being numbed in the back for an operation'
	},
	'spinal-cord-injury': { label: 'Spinal cord injury or disease', plain: 'Spinal cord damage' },
	'ataxia-movement': { label: 'Other movement disorders', plain: 'Tremor, tics, ataxia' },
	thyroid: { label: 'Thyroid disease', plain: 'Thyroid problems' },
	obesity: { label: 'Obesity and bariatric surgery', plain: 'Being very overweight' },
	'vitamin-d-deficiency': { label: 'Vitamin D deficiency', plain: 'Low vitamin D' },
	cancer: { label: 'Cancer', plain: 'Cancer' },
	hiv: { label: 'HIV', plain: 'HIV' },
	'lupus-sjogren': { label: 'Lupus, Sjögren and kin', plain: 'Diseases like lupus' },
	'sickle-thalassaemia': { label: 'Sickle cell and kin', plain: 'Red blood cell diseases' },
	'blood-donors': { label: 'Blood donors', plain: 'People who give blood' },
	'older-people': { label: 'Older people', plain: 'Older people, care homes' },
	'leg-cramps': { label: 'Leg cramps', plain: 'Leg cramps' },
	akathisia: { label: 'Akathisia', plain: 'Restlessness from a medicine' },
	'growing-pains': { label: 'Growing pains', plain: 'Growing pains' },
	itch: { label: 'Itch of kidney failure', plain: 'Itch' },
	schizophrenia: { label: 'Schizophrenia and psychosis', plain: 'Psychosis' },
	bipolar: { label: 'Bipolar disorder', plain: 'Bipolar disorder' },
	'long-covid': { label: 'COVID-19 and long COVID', plain: 'COVID-19' },
	other: { label: 'Another condition', plain: 'Another condition' }
} as const satisfies Record<string, Value>;
export type RelatedId = keyof typeof related;

/** How much a study is about restless legs syndrome. */
export const relevances = {
	core: { label: 'About RLS', plain: 'RLS or periodic limb movements is the subject' },
	partial: { label: 'Partly about RLS', plain: 'RLS must be there to join, or is a main question' },
	'look-alike': { label: 'A look-alike', plain: 'About something close that is not RLS' },
	'mention-only': { label: 'Only mentions RLS', plain: 'RLS is named in passing' }
} as const satisfies Record<string, Value>;
export type Relevance = keyof typeof relevances;
