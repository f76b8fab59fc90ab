import { agents, type Agent } from './agent.ts';

const aasm = 'AASM 2025 guideline, doi 10.5664/jcsm.11390';
const mesh = 'MeSH descriptor of the class; brand and code names as records give them';

const iron = agents(
	{ approaches: ['iron-therapy'], mechanisms: ['iron'], source: `${aasm}; MeSH D005290, D005296` },
	{
		iron:
			'oral iron; intravenous iron; IV iron; elemental iron; iron tablet; iron drops; ' +
			'iron syrup',
		'iron supplementation': 'iron supplement; iron therapy; iron treatment; iron replacement',
		'iron infusion': 'iron repletion; iron injection; parenteral iron',
		'ferric carboxymaltose': '=FCM; Injectafer; Ferinject; VIT-45; Iroprem; Renegy',
		'iron sucrose': 'Venofer; iron saccharate; saccharated ferric oxide; Ferric Oxide, Saccharated',
		'iron dextran': 'LMW iron dextran; INFeD; CosmoFer; Dexferrum; DexIron; Iron-Dextran Complex',
		ferumoxytol: 'Feraheme; Rienso; AMI-7228; Ferrosoferric Oxide',
		'ferric derisomaltose': 'iron isomaltoside; iron isomaltoside 1000; Monoferric; Monofer',
		'ferric gluconate': 'sodium ferric gluconate; Ferrlecit',
		'ferrous sulfate': 'FeSO4; Fer-In-Sol; Slow Fe; Feosol; ferro sulfate; iron sulfate',
		'ferrous fumarate': 'Ferro-Sequels; Galfer; iron fumarate',
		'ferrous gluconate': 'Fergon; iron gluconate',
		'ferrous bisglycinate': 'iron bisglycinate; iron glycinate; Ferrochel; ferrous glycinate',
		'polysaccharide iron complex': 'NovaFerrum; Niferex; iron polysaccharide; polysaccharide iron',
		'iron polymaltose': 'ferric polymaltose; iron hydroxide polymaltose; Maltofer',
		'ferric maltol': 'Accrufer; Feraccru; ST10',
		'sucrosomial iron': 'SiderAL; liposomal iron',
		'ferric pyrophosphate citrate': 'Triferic; ferric pyrophosphate',
		'heme iron polypeptide': 'Proferrin',
		'ferric compounds': 'ferrous compounds; ferrous; ferric'
	}
);

const nearIron = [
	...agents(
		{ approaches: ['other-drug'], mechanisms: [], source: mesh },
		{ 'ferric citrate': 'Auryxia; JTT-751', 'iron chelator': '', deferoxamine: '', deferasirox: '' }
	),
	...agents(
		{ approaches: ['other-drug'], mechanisms: ['iron'], trigger: true, source: mesh },
		{
			erythropoietin: '=EPO; epoetin alfa; epoetin beta; epoetin; Epogen; Procrit; Eprex; =ESA',
			'darbepoetin alfa': 'darbepoetin; Aranesp',
			roxadustat: 'FG-4592; Evrenzo',
			daprodustat: 'Duvroq',
			vadadustat: 'Vafseo'
		}
	),
	...agents(
		{ approaches: ['supplement'], mechanisms: ['iron'], source: mesh },
		{ lactoferrin: 'bovine lactoferrin' }
	)
];

const dopamine = agents(
	{
		approaches: ['dopaminergic'],
		mechanisms: ['dopamine'],
		suspect: 'dopamine-medicine',
		source: `${aasm}; MeSH D018491, D007980`
	},
	{
		pramipexole:
			'Mirapex; Mirapexin; Sifrol; BI-Sifrol; Oprymea; SND 919; PPX; pramipexol; ' +
			'Pexola; Daquiran',
		ropinirole:
			'Requip; Requip CR; Requip XL; Requip Modutab; Adartrel; SK&F-101468; ' +
			'SKF-101468; ropinirol',
		rotigotine: 'Neupro; SPM 936; SPM 962; N-0923; Leganto; rotigotin; rotigotine transdermal',
		cabergoline: 'Cabaser; Dostinex; FCE-21336; cabergolin',
		pergolide: 'Permax; LY127809',
		bromocriptine: 'Parlodel; Cycloset',
		lisuride: 'transdermal lisuride; Dopergin; Nenad; lisuride TTS; Proclacam',
		piribedil: 'Trivastal; Pronoran',
		talipexole: 'B-HT 920',
		dihydroergocryptine: 'alpha-dihydroergocryptine; dihydroergocriptine; =DHEC; Almirid',
		sumanirole: 'PNU-95666; PNU-95666E; PNU-95,666',
		aplindore: 'aplindore MR; DAB-452',
		pardoprunox: 'SLV308',
		apomorphine: 'Apokyn; APO-go; Kynmobi; APL-130277',
		levodopa: 'L-dopa; Larodopa; dopa; levodopum; IPX066; Rytary',
		'levodopa/carbidopa': 'Sinemet; co-careldopa; carbidopa/levodopa; carbidopa',
		'levodopa/benserazide': 'Restex; Madopar; Prolopa; co-beneldopa; benserazide; benserazid',
		'levodopa/carbidopa/entacapone': 'Stalevo',
		entacapone: 'Comtan',
		opicapone: 'Ongentys',
		tolcapone: 'Tasmar',
		rasagiline: 'Azilect; TVP-1012',
		selegiline: 'deprenyl; Eldepryl; Zelapar; Emsam',
		safinamide: 'Xadago; NW-1015',
		amantadine: 'Symmetrel; Gocovri; ADS-5102',
		'dopamine agonist':
			'dopaminergic agent; dopaminergic agonist; dopaminergic therapy; ' +
			'dopaminergic treatment; ' +
			'dopaminergic medication; dopaminergic drug; dopamine agonist therapy; ' +
			'dopamine medication; dopamine agonist treatment; antiparkinson agent',
		'D3 agonist': 'D2 agonist; D2/D3 agonist; D3 receptor agonist; D2 receptor agonist'
	}
);

const otherDopamine = [
	...agents(
		{ approaches: ['other-drug'], mechanisms: ['dopamine'], source: mesh },
		{
			ecopipam: 'SCH 39166; EBS-101; PSYRX-101; D1 antagonist; D1 receptor antagonist',
			bupropion: 'Wellbutrin; Zyban; amfebutamone'
		}
	),
	...agents(
		{ approaches: ['other-drug'], mechanisms: ['dopamine'], trigger: true, source: mesh },
		{ methylphenidate: 'Ritalin; Concerta', amphetamine: '', lisdexamfetamine: 'Vyvanse' }
	),
	...agents(
		{ approaches: ['supplement'], mechanisms: ['dopamine'], source: 'MeSH D031299' },
		{ 'mucuna pruriens': 'velvet bean; cowhage; mucuna' }
	)
];

const calming = agents(
	{
		approaches: ['alpha-2-delta'],
		mechanisms: ['nerve-signals'],
		source: `${aasm}; MeSH D000077206, D000069583`
	},
	{
		'gabapentin enacarbil':
			'Horizant; Regnite; Solzira; XP13512; GSK1838262; ASP8825; 8825-CL-0101; =GEn',
		gabapentin: 'Neurontin; Gralise; CI-945; gabapentine',
		pregabalin: 'Lyrica; CI-1008; A0081186; pregabaline',
		mirogabalin: 'Tarlige; DS-5565',
		gabapentinoid: 'alpha-2-delta ligand; alpha-2-delta; α2δ ligand; a2d ligand'
	}
);

const opioids = agents(
	{
		approaches: ['opioid'],
		mechanisms: ['nerve-signals'],
		suspect: 'opioid-withdrawal',
		source: `${aasm}; MeSH D000701`
	},
	{
		'oxycodone/naloxone': 'Targin; Targinact; Targiniq; =OXN; =OXN PR; oxycodone and naloxone',
		oxycodone: 'OxyContin',
		methadone: 'Dolophine; Methadose',
		buprenorphine: 'Butrans; =BTDS; Subutex; Sublocade; buprenorphine transdermal; Buvidal',
		'buprenorphine/naloxone': 'Suboxone; Zubsolv',
		tramadol: 'Ultram; Tramal',
		hydrocodone: 'Zohydro; Vicodin',
		morphine: 'MS Contin; intrathecal morphine',
		codeine: 'co-codamol',
		dihydrocodeine: 'DHC Continus',
		tilidine: 'tilidin',
		tapentadol: 'Nucynta; Palexia',
		hydromorphone: 'Dilaudid',
		levorphanol: 'Levo-Dromoran',
		propoxyphene: 'Darvon; dextropropoxyphene',
		opioid: 'opiate; opioid medication; opioid therapy; opioid treatment; opioid analgesic'
	}
);

const opioidKin = [
	...agents(
		{ approaches: ['opioid'], mechanisms: ['nerve-signals'], trigger: true, source: mesh },
		{
			fentanyl: 'Duragesic',
			remifentanil: 'Ultiva',
			sufentanil: 'Sufenta',
			nalbuphine: 'Nubain; nalbuphine ER',
			difelikefalin: 'Korsuva; CR845',
			nalfurafine: 'Remitch; TRK-820'
		}
	),
	...agents(
		{ approaches: ['other-drug'], mechanisms: ['nerve-signals'], source: mesh },
		{ naltrexone: 'Revia; Vivitrol; low dose naltrexone; =LDN', naloxone: 'Narcan' }
	)
];

const sleep = agents(
	{ approaches: ['sedative'], mechanisms: ['nerve-signals'], source: `${aasm}; MeSH D006993` },
	{
		clonazepam: 'Rivotril; Klonopin',
		temazepam: 'Restoril',
		triazolam: 'Halcion',
		nitrazepam: 'Mogadon',
		diazepam: 'Valium',
		lorazepam: 'Ativan',
		alprazolam: 'Xanax',
		oxazepam: 'Serax',
		estazolam: 'ProSom',
		flurazepam: 'Dalmane',
		lormetazepam: 'Noctamid',
		zolpidem: 'Ambien; Stilnox; SL800750',
		eszopiclone: 'Lunesta',
		zopiclone: 'Imovane; Zimovane',
		zaleplon: 'Sonata',
		suvorexant: 'Belsomra; MK-4305',
		lemborexant: 'Dayvigo; E2006',
		daridorexant: 'Quviviq; ACT-541468',
		seltorexant: 'JNJ-42847922; MIN-202',
		ramelteon: 'Rozerem; TAK-375',
		'sodium oxybate': 'Xyrem; Lumryz; =GHB; Xywav',
		benzodiazepine: 'benzodiazepines',
		'sleeping pill': 'hypnotic medication; sleep medication',
		'orexin antagonist': 'orexin receptor antagonist; =DORA'
	}
);

const otherSignals = [
	...agents(
		{ approaches: ['other-drug'], mechanisms: ['nerve-signals'], source: `${aasm}; ${mesh}` },
		{
			carbamazepine: 'Tegretol',
			oxcarbazepine: 'Trileptal',
			eslicarbazepine: 'Aptiom',
			'valproic acid': 'valproate; divalproex; Depakote; Depakene; valproate semisodium',
			lamotrigine: 'Lamictal',
			levetiracetam: 'Keppra',
			topiramate: 'Topamax',
			zonisamide: 'Zonegran',
			lacosamide: 'Vimpat; SPM 927; harkoseride',
			perampanel: 'Fycompa; E2007',
			brivaracetam: 'Briviact; UCB 34714',
			tiagabine: 'Gabitril',
			retigabine: 'ezogabine; Potiga; Trobalt',
			flupirtine: 'Katadolon',
			phenibut: 'beta-phenyl-GABA',
			ketamine: 'Ketalar',
			esketamine: 'Spravato',
			memantine: 'Namenda; Ebixa',
			riluzole: 'Rilutek',
			dextromethorphan: '=DXM',
			dipyridamole: 'Persantine; Persantin',
			istradefylline: 'KW-6002; Nourianz; Nouriast',
			clonidine: 'Catapres',
			baclofen: 'Lioresal; arbaclofen',
			tizanidine: 'Zanaflex',
			cannabidiol: '=CBD; BRC-002; Epidiolex; CBD extract; CBD oil',
			cannabis: 'medical cannabis; marijuana; =THC; cannabinoid',
			dronabinol: 'Marinol',
			nabiximols: 'Sativex',
			nabilone: 'Cesamet',
			pitolisant: 'Wakix; H3 antagonist'
		}
	),
	...agents(
		{ approaches: ['other-drug'], mechanisms: ['nerve-signals'], trigger: true, source: mesh },
		{
			ticagrelor: 'Brilinta; Brilique; AZD6140',
			guanfacine: 'Intuniv; Tenex',
			propranolol: 'Inderal',
			tolperisone: 'Mydocalm',
			quinine: 'Qualaquin',
			'nitrous oxide': 'N2O',
			xenon: 'xenon gas',
			modafinil: 'Provigil; armodafinil; Nuvigil'
		}
	),
	...agents(
		{
			approaches: ['procedure', 'other-drug'],
			mechanisms: ['nerve-signals'],
			source: 'MeSH D019274; labelling guide: botulinum toxin is a procedure and a drug'
		},
		{
			'botulinum toxin':
				'botulinum toxin type A; Botox; Dysport; Xeomin; onabotulinumtoxinA; ' +
				'incobotulinumtoxinA; ' +
				'abobotulinumtoxinA; botulinum toxins, type A; botulinum neurotoxin; ' +
				'=BTX-A; botulinum'
		}
	)
];

const vessels = agents(
	{ approaches: ['other-drug'], mechanisms: ['circulation'], source: 'MeSH D010431, D014665' },
	{ pentoxifylline: 'Trental', cilostazol: 'Pletal', sildenafil: 'Viagra', tadalafil: 'Cialis' }
);

const immune = [
	...agents(
		{ approaches: ['other-drug'], mechanisms: ['immune-gut'], source: mesh },
		{
			rifaximin: 'Xifaxan',
			minocycline: 'Minocin',
			doxycycline: '',
			azathioprine: '',
			etanercept: 'Enbrel',
			adalimumab: 'Humira',
			tocilizumab: 'Actemra',
			methotrexate: '',
			hydroxychloroquine: 'Plaquenil',
			sulfasalazine: '',
			rituximab: '',
			infliximab: ''
		}
	),
	...agents(
		{
			approaches: ['other-drug'],
			mechanisms: ['immune-gut'],
			trigger: true,
			source: mesh
		},
		{
			hydrocortisone: 'cortisol',
			prednisone: 'prednisolone',
			methylprednisolone: 'Depo-Medrol',
			dexamethasone: 'Decadron',
			corticosteroid: 'glucocorticoid',
			'immune globulin': '=IVIG; intravenous immunoglobulin'
		}
	),
	...agents(
		{ approaches: ['supplement'], mechanisms: ['immune-gut'], source: 'MeSH D019936' },
		{
			probiotic:
				'Lactobacillus; Bifidobacterium; Lactobacillus plantarum; synbiotic; ' +
				'prebiotic; kefir; fermented milk; yogurt'
		}
	)
];

const nutrients = agents(
	{
		approaches: ['supplement'],
		mechanisms: ['nutrients-hormones'],
		source: 'MeSH D014815, D008903'
	},
	{
		'vitamin D':
			'cholecalciferol; colecalciferol; ergocalciferol; vitamin D3; ' + 'vitamin D supplementation',
		calcitriol: 'Rocaltrol; alfacalcidol',
		'vitamin C': 'ascorbic acid',
		'vitamin E': 'tocopherol; tocotrienol; alpha-tocopherol',
		'vitamin B12': 'cobalamin; cyanocobalamin; methylcobalamin; mecobalamin',
		'folic acid': 'folate; methylfolate; L-methylfolate',
		'vitamin B6': 'pyridoxine',
		'vitamin B1': 'thiamine; benfotiamine',
		'vitamin B complex': 'vitamin B; vitamin K; vitamin supplementation; multivitamin; vitamin A',
		magnesium: 'magnesium citrate; magnesium oxide; magnesium sulfate; magnesium glycinate',
		zinc: 'zinc sulfate; zinc gluconate',
		selenium: 'sodium selenite',
		'calcium supplement': 'calcium carbonate; calcium supplementation; calcium gluconate',
		'omega-3': 'fish oil; omega-3 fatty acid; fatty acids, omega-3',
		'L-carnitine': 'levocarnitine; carnitine',
		'coenzyme Q10': 'ubiquinol',
		'alpha lipoic acid': 'thioctic acid',
		'diet change':
			'Mediterranean diet; low FODMAP; gluten-free diet; dietary intervention; diet; ' +
			'ketogenic diet'
	}
);

const hormones = agents(
	{
		approaches: ['other-drug'],
		mechanisms: ['nutrients-hormones'],
		source: 'MeSH D006728'
	},
	{
		estradiol: 'estrogen; hormone replacement therapy; hormone replacement; estrogen therapy',
		progesterone: 'medroxyprogesterone',
		testosterone: 'AndroGel',
		levothyroxine: 'thyroxine; L-thyroxine',
		cinacalcet: 'Sensipar; Mimpara',
		etelcalcetide: 'Parsabiv',
		paricalcitol: 'Zemplar'
	}
);

const herbs = [
	...agents(
		{ approaches: ['supplement'], mechanisms: ['nerve-signals'], source: 'MeSH D014632, D008550' },
		{ valerian: 'Valeriana officinalis', melatonin: 'Circadin', '5-HTP': '5-hydroxytryptophan' }
	),
	...agents(
		{ approaches: ['supplement'], mechanisms: [], source: 'MeSH D028321' },
		{
			saffron: 'Crocus sativus',
			curcumin: 'turmeric',
			ginkgo: 'Ginkgo biloba',
			yokukansan: 'yi-gan san; yigan san',
			'peony-licorice decoction': 'shaoyao gancao; shakuyakukanzoto; peony glycyrrhiza',
			"St John's wort": 'hypericum',
			chamomile: 'Matricaria',
			passionflower: 'passiflora',
			'lemon balm': 'Melissa officinalis',
			'herbal medicine': 'herbal; herb; Chinese medicine; traditional Chinese medicine; decoction',
			'dietary supplement': 'nutritional supplement; food supplement'
		}
	)
];

/** Every medicine and food-type product; the suspects of the trigger classes stand in suspects.ts. */
export const medicines: readonly Agent[] = [
	...iron,
	...nearIron,
	...dopamine,
	...otherDopamine,
	...calming,
	...opioids,
	...opioidKin,
	...sleep,
	...otherSignals,
	...vessels,
	...immune,
	...nutrients,
	...hormones,
	...herbs
];
