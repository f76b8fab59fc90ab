/** A name of what this finder is about, or of what is mistaken for it. */
export interface Subject {
	name: string;
	kind: 'rls' | 'plm' | 'look-alike';
	/** An abbreviation that means other things elsewhere: it needs the full name in the record. */
	short?: true;
	/** A name that also means something else: it does not count where that is named. */
	doubtful?: true;
	names: readonly string[];
}

/** Source: ICSD-3; MeSH D012148, D020189, D017109, D009120; NINDS. */
export const subjects: readonly Subject[] = [
	{
		name: 'restless legs syndrome',
		kind: 'rls',
		names: [
			'restless leg',
			'restless leg syndrome',
			'restless legs disorder',
			'restless leg symptom',
			'restless limbs syndrome',
			'restless lower limbs',
			'restlessness of the legs',
			'restlessness in the legs',
			'leg restlessness',
			'anxietas tibiarum',
			'Willis Ekbom',
			'Willis-Ekbom disease',
			'Willis Ekbom syndrome',
			'Wittmaack-Ekbom',
			'Wittmaack Ekbom syndrome'
		]
	},
	{
		name: 'restless legs syndrome (abbreviated)',
		kind: 'rls',
		short: true,
		names: ['=RLS', '=WED', '=IRLS', '=IRLSSG', '=RLS/WED', '=WED/RLS', '=uRLS', '=iRLS']
	},
	{
		name: 'Ekbom disease',
		kind: 'rls',
		doubtful: true,
		names: ['Ekbom syndrome', 'Ekbom disease', "Ekbom's syndrome", "Ekbom's disease"]
	},
	{
		name: 'periodic limb movements',
		kind: 'plm',
		names: [
			'periodic limb movement',
			'periodic leg movement',
			'periodic limb movement disorder',
			'periodic leg movement disorder',
			'periodic limb movement index',
			'periodic leg movement index',
			'periodic limb movement syndrome',
			'periodic movements of the legs',
			'nocturnal myoclonus',
			'nocturnal myoclonus syndrome'
		]
	},
	{
		name: 'periodic limb movements (abbreviated)',
		kind: 'plm',
		short: true,
		names: ['=PLMD', '=PLMS', '=PLMs', '=PLM', '=PLMI', '=PLMSI', '=PLMAI']
	},
	{
		name: 'akathisia',
		kind: 'look-alike',
		names: ['akathisia', 'drug-induced akathisia', 'akathisia, drug-induced', 'acathisia']
	},
	{
		name: 'leg cramps',
		kind: 'look-alike',
		names: [
			'leg cramp',
			'muscle cramp',
			'nocturnal cramp',
			'night cramp',
			'nocturnal leg cramp',
			'calf cramp',
			'nocturnal muscle cramp'
		]
	},
	{ name: 'growing pains', kind: 'look-alike', names: ['growing pain', 'limb pain of childhood'] },
	{
		name: 'painful legs and moving toes',
		kind: 'look-alike',
		names: ['painful legs and moving toes', 'habitual foot tapping', 'leg stereotypy']
	}
];

/** What the letters RLS and the name Ekbom mean elsewhere; where one is found, they do not count. */
export const otherMeanings: readonly string[] = [
	'delusional parasitosis',
	'delusional infestation',
	'parasitosis',
	'right-to-left shunt',
	'right to left shunt',
	'right-left shunt',
	'patent foramen ovale',
	'resource-limited setting',
	'resource limited settings',
	'reaction level scale',
	'right lateral sectionectomy',
	'recursive least squares'
];
