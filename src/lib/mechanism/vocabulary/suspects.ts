import { agents, type Agent } from './agent.ts';

/*
 * Medicines and substances that are blamed for restless legs. Their names are everywhere in exclusion
 * lists, so each row is a trigger: it counts as a suspect only beside words that blame it. Given as a
 * treatment, those that work on the brain act on its signals.
 */
const seed = 'NHLBI 2010 list of triggers; MedlinePlus 000807';

const antidepressants = agents(
	{
		approaches: ['other-drug'],
		mechanisms: ['nerve-signals'],
		suspect: 'antidepressant',
		trigger: true,
		source: `${seed}; Rottach 2008, PMID 18468624`
	},
	{
		antidepressant: '=SSRI; =SSRIs; =SNRI; =SNRIs; antidepressant medication; antidepressive agent',
		'selective serotonin reuptake inhibitor': 'serotonin reuptake inhibitor',
		fluoxetine: 'Prozac',
		sertraline: 'Zoloft',
		paroxetine: 'Paxil; Seroxat',
		citalopram: 'Celexa',
		escitalopram: 'Lexapro; Cipralex',
		fluvoxamine: 'Luvox',
		venlafaxine: 'Effexor',
		desvenlafaxine: 'Pristiq',
		duloxetine: 'Cymbalta',
		mirtazapine: 'Remeron; Avanza; Axit',
		mianserin: 'Tolvon',
		reboxetine: 'Edronax',
		amitriptyline: 'Elavil',
		nortriptyline: 'Pamelor',
		imipramine: 'Tofranil',
		clomipramine: 'Anafranil',
		'tricyclic antidepressant': 'tricyclic',
		vortioxetine: 'Trintellix; Brintellix',
		trazodone: 'Desyrel; Trittico',
		doxepin: 'Silenor'
	}
);

const antipsychotics = agents(
	{
		approaches: ['other-drug'],
		mechanisms: ['nerve-signals'],
		suspect: 'antipsychotic',
		trigger: true,
		source: `${seed}; Hoque 2010, PMC2823282`
	},
	{
		antipsychotic: 'neuroleptic; antipsychotic agent; psychiatric drug; neuroleptic medication',
		'psychotropic medication': 'psychotropic drug; psychotropic; psychiatric medication',
		haloperidol: 'Haldol',
		chlorpromazine: 'Thorazine',
		olanzapine: 'Zyprexa',
		quetiapine: 'Seroquel',
		risperidone: 'Risperdal',
		paliperidone: 'Invega',
		clozapine: 'Clozaril',
		aripiprazole: 'Abilify',
		brexpiprazole: 'Rexulti',
		cariprazine: 'Vraylar',
		tetrabenazine: 'Xenazine',
		deutetrabenazine: 'Austedo',
		valbenazine: 'Ingrezza'
	}
);

const antinausea = agents(
	{
		approaches: ['other-drug'],
		mechanisms: ['dopamine'],
		suspect: 'antinausea',
		trigger: true,
		source: seed
	},
	{
		antiemetic: 'antinausea; antinausea medicine; anti-nausea medication; anti-nausea',
		metoclopramide: 'Reglan; Maxolon; Primperan',
		prochlorperazine: 'Compazine; Stemetil',
		droperidol: 'Inapsine'
	}
);

const antihistamines = agents(
	{
		approaches: ['other-drug'],
		mechanisms: ['nerve-signals'],
		suspect: 'antihistamine',
		trigger: true,
		source: seed
	},
	{
		antihistamine:
			'sedating antihistamine; histamine blocker; cold medicine; cold remedy; ' +
			'allergy medicine',
		diphenhydramine: 'Benadryl; ZzzQuil',
		doxylamine: 'NyQuil; Unisom',
		hydroxyzine: 'Vistaril; Atarax',
		chlorpheniramine: 'chlorphenamine; Chlor-Trimeton; dexchlorpheniramine',
		promethazine: 'Phenergan',
		cinnarizine: 'Stugeron',
		flunarizine: 'Sibelium'
	}
);

const calciumBlockers = agents(
	{
		approaches: ['other-drug'],
		mechanisms: [],
		suspect: 'calcium-channel-blocker',
		trigger: true,
		source: `${seed}; weak proof: Franco 2013`
	},
	{
		'calcium channel blocker': 'calcium antagonist; calcium channel antagonist',
		nifedipine: 'Adalat',
		amlodipine: 'Norvasc',
		verapamil: 'Isoptin; Calan',
		diltiazem: 'Cardizem'
	}
);

const anaesthetics = agents(
	{
		approaches: ['procedure'],
		mechanisms: [],
		suspect: 'anaesthesia',
		trigger: true,
		source: 'Högl 2002, PMID 12473756'
	},
	{
		'spinal anesthesia':
			'spinal anesthetic; intrathecal anesthesia; subarachnoid block; spinal block',
		'epidural anesthesia': 'epidural analgesia',
		'neuraxial anesthesia': 'neuraxial block; regional anesthesia',
		'general anesthesia': 'anesthesia; anesthetic',
		sevoflurane: '',
		propofol: '',
		bupivacaine: 'Marcaine',
		ropivacaine: '',
		lidocaine: 'lignocaine'
	}
);

const substances = [
	...agents(
		{
			approaches: [],
			mechanisms: [],
			suspect: 'alcohol',
			trigger: true,
			source: 'Batool-Anwar 2016, PMC4751426'
		},
		{
			alcohol:
				'ethanol; alcohol drinking; drinking; alcohol use; alcohol consumption; ' + 'alcohol intake'
		}
	),
	...agents(
		{
			approaches: [],
			mechanisms: [],
			suspect: 'tobacco',
			trigger: true,
			source: 'NHLBI 2010; MeSH D012907'
		},
		{
			tobacco: 'smoking; cigarette; smoker; tobacco use; cigarette smoking',
			nicotine: 'nicotine patch; nicotine gum; vaping; e-cigarette'
		}
	),
	...agents(
		{
			approaches: [],
			mechanisms: [],
			suspect: 'caffeine',
			trigger: true,
			source: 'Batool-Anwar 2016, PMC4751426'
		},
		{ caffeine: 'coffee; tea; caffeine intake; energy drink; caffeine consumption' }
	),
	...agents(
		{ approaches: ['other-drug'], mechanisms: [], suspect: 'other', trigger: true, source: seed },
		{
			lithium: 'lithium carbonate',
			interferon: 'interferon alfa; interferon-alpha; peginterferon; Pegasys',
			tacrolimus: 'cyclosporine; ciclosporin',
			'beta blocker': '',
			statin: '',
			diuretic: '',
			'proton pump inhibitor': '=PPI',
			isotretinoin: 'Accutane'
		}
	),
	...agents(
		{ approaches: [], mechanisms: [], suspect: 'other', trigger: true, source: seed },
		{ medication: 'drug; medicine; medicament', 'substance use': 'substance abuse; cocaine' }
	)
];

/** Names that only look like a suspect or a treatment: they are found so that nothing shorter is. */
const harmless = agents(
	{
		approaches: ['other-drug'],
		mechanisms: [],
		trigger: true,
		source: 'RLS Australia list of safer choices'
	},
	{
		domperidone: 'Motilium',
		ondansetron: 'Zofran',
		granisetron: 'Kytril',
		cetirizine: 'Zyrtec',
		loratadine: 'Claritin',
		fexofenadine: 'Allegra'
	}
);

/** Every suspect of the trigger classes. */
export const suspectAgents: readonly Agent[] = [
	...antidepressants,
	...antipsychotics,
	...antinausea,
	...antihistamines,
	...calciumBlockers,
	...anaesthetics,
	...substances,
	...harmless
];
