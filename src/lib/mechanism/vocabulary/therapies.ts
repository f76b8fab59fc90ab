import { agents, type Agent } from './agent.ts';

const guide = 'Labelling guide of this project, treatment approaches';

const stimulators = agents(
	{
		approaches: ['device'],
		mechanisms: ['nerve-signals'],
		source: 'FDA DEN220059 (product code QWD); MeSH D004561, D050781, D004599'
	},
	{
		'peripheral nerve stimulation':
			'noninvasive peripheral nerve stimulation; NTX100; NTX150; Nidra; Noctrix; ' +
			'=NPNS; =TOMAC; ' +
			'peroneal nerve stimulation; tonic motor activation; ' +
			'bilateral peroneal nerve stimulation; ' +
			'NTX100 Neuromodulation System; nerve stimulation; nerve stimulator; ' +
			'peroneal stimulation; wearable stimulator; peroneal nerve stimulator; ' +
			'neurostimulator; tonic peroneal stimulation',
		'transcutaneous electrical nerve stimulation':
			'=TENS; transcutaneous nerve stimulation; percutaneous electrical nerve stimulation; ' +
			'transcutaneous electric nerve stimulation; transcutaneous electrical stimulation',
		'neuromuscular electrical stimulation':
			'=NMES; functional electrical stimulation; intradialytic electrical stimulation; ' +
			'electrical stimulation; electrical muscle stimulation; ' +
			'electric stimulation therapy; ' +
			'muscle stimulation; electrostimulation; electric stimulation; electrotherapy',
		'tibial nerve stimulation':
			'=PTNS; posterior tibial nerve stimulation; percutaneous tibial nerve stimulation',
		'vibrating pad':
			'Relaxis; vibratory stimulation; counterstimulation; vibration therapy; vibration; ' +
			'local vibration therapy; focal muscle vibration; vibrating device; ' +
			'vibrotactile stimulation',
		'bright light therapy': 'bright light; light box; blue light',
		'transcranial magnetic stimulation':
			'repetitive transcranial magnetic stimulation; =rTMS; theta burst stimulation; ' +
			'=iTBS; ' +
			'transcranial magnetic; =cTBS; magnetic stimulation',
		'transcranial direct current stimulation':
			'=tDCS; transcranial direct current; =tACS; ' +
			'transcranial alternating current stimulation; transcranial electrical stimulation',
		'spinal direct current stimulation':
			'=tsDCS; transcutaneous spinal direct current stimulation; ' +
			'trans-spinal direct current; transcutaneous spinal cord stimulation; ' +
			'spinal stimulation',
		'spinal magnetic stimulation': 'trans-spinal magnetic stimulation; =rTSMS',
		'spinal cord stimulation':
			'=SCS; epidural stimulation; epidural spinal cord stimulator; ' + 'dorsal column stimulation',
		'deep brain stimulation': '=DBS; STN-DBS; subthalamic stimulation',
		'vagus nerve stimulation':
			'=taVNS; =tVNS; =VNS; auricular vagus nerve stimulation; ' +
			'vagal nerve stimulation; vagus stimulation; vagal stimulation; ' +
			'transcutaneous auricular vagus nerve stimulation; auricular vagus',
		'cranial electrotherapy stimulation':
			'=CES; Alpha-Stim; cranial electrical stimulation; cranial electrotherapy; ' +
			'brain stimulation',
		'pulsed electromagnetic field':
			'=PEMF; magnetic field therapy; neuromodulation; neurostimulation'
	}
);

const flow = agents(
	{
		approaches: ['device'],
		mechanisms: ['circulation'],
		source: 'MeSH D048228, D053828, D007259; Lettieri 2009 (pneumatic compression)'
	},
	{
		'pneumatic compression':
			'sequential compression device; intermittent pneumatic compression; =IPC; ' +
			'=SCD; leg compression; ' +
			'pneumatic compression device; vascular compression; leg compression device; ' +
			'compression',
		'compression stockings':
			'graduated compression; compression hosiery; compression garment; ' +
			'compression therapy; compression sock; elastic stockings; foot compression; ' +
			'compression bandage',
		'external counterpulsation': 'enhanced external counterpulsation; =EECP',
		'near-infrared light':
			'near infrared; monochromatic infrared energy; =MIRE; Anodyne; =NIR; infrared light; ' +
			'near-infrared light therapy; infrared therapy',
		'low-level laser': 'low level laser therapy; =LLLT; photobiomodulation; laser therapy',
		'whole body vibration': '=WBV',
		'shock wave therapy': 'extracorporeal shock wave; =ESWT; shockwave therapy',
		'oxygen therapy':
			'supplemental oxygen; hyperbaric oxygen; nocturnal oxygen; oxygen supplementation'
	}
);

const devices = agents(
	{ approaches: ['device'], mechanisms: [], source: guide },
	{
		'foot massager':
			'MMF07; MMF07 Foot Massager; mechanical massager; massage device; massage chair',
		'foot wrap': 'Restiffic; foot compression wrap; pressure wrap',
		'heat therapy':
			'heat; hot pack; heat wrap; warm foot bath; foot bath; footbath; hot water; ' +
			'hot water application; ' +
			'warm water; hot application; warm compress; ' +
			'heating pad; thermotherapy; ' +
			'warm application; hydrotherapy; balneotherapy; local heat; ' +
			'hot water foot bath; infrared heat; sauna',
		'cold therapy':
			'cryotherapy; cooling; cold pack; cold water; cold application; cold water application',
		CPAP:
			'=PAP; continuous positive airway pressure; positive airway pressure; PAP therapy; ' +
			'BiPAP',
		'oral appliance': 'mandibular advancement; mandibular advancement device',
		'weighted blanket': 'ball blanket; gravity blanket',
		phototherapy: 'light therapy',
		'therapeutic ultrasound': 'ultrasound therapy'
	}
);

const movement = agents(
	{ approaches: ['exercise-physical'], mechanisms: [], source: `${guide}; MeSH D005081, D026741` },
	{
		exercise:
			'exercise training; aerobic exercise; resistance training; ' +
			'resistance exercise; strength training; ' +
			'intradialytic exercise; exercise program; exercise programme; ' +
			'aerobic training; exercise therapy; ' +
			'training program; physical exercise; intradialytic cycling; excercise; ' +
			'excercise training; ' +
			'strengthening exercise; strengthening; aerobic; physical training; ' +
			'home-based exercise; exercising',
		cycling:
			'leg cycling; walking program; treadmill; walking; treadmill training; ' +
			'physical activity; dancing',
		stretching:
			'stretching exercise; stretch; traction straight leg raise; tensegrity; ' +
			'static stretching',
		yoga: 'Iyengar yoga; yoga nidra; tai chi; tai ji; qigong; pilates; baduanjin',
		physiotherapy:
			'physical therapy; rehabilitation; neural mobilization; nerve mobilization; ' +
			'nerve gliding; ' +
			'proprioceptive neuromuscular facilitation; mobilization; ' +
			'physical rehabilitation; aquatic exercise; ' +
			'Buerger-Allen exercise; core stabilization; range of motion exercise; neurodynamic',
		'kinesio taping':
			'kinesiotape; kinesiology tape; kinesio tape; kinesiotaping; kinesiology taping'
	}
);

const hands = agents(
	{ approaches: ['complementary'], mechanisms: [], source: `${guide}; MeSH D000529` },
	{
		acupuncture:
			'electroacupuncture; electro-acupuncture; moxibustion; auricular acupuncture; ' +
			'acupoint; ' +
			'laser acupuncture; acupuncture treatment; ' +
			'transcutaneous electrical acupoint stimulation; cupping',
		acupressure: 'auriculotherapy; ear seeds; auricular acupressure; acupressure band; shiatsu',
		massage:
			'foot massage; leg massage; lavender massage; aromatherapy massage; ' +
			'myofascial release; ' +
			'foam rolling; massage therapy; classical massage; therapeutic massage; ' +
			'deep tissue massage; ' +
			'connective tissue massage; Swedish massage; effleurage; back massage; ' +
			'massage with oil',
		aromatherapy:
			'essential oil; lavender; lavender oil; Lavandula; inhalation aromatherapy; olive oil',
		reflexology: 'foot reflexology; hand reflexology; reflex zone',
		'osteopathic treatment':
			'osteopathic manipulation; manual therapy; counterstrain; positional release; ' +
			'chiropractic; ' +
			'craniosacral; osteopathy; osteopathic manipulative treatment; ' +
			'spinal manipulation; strain counterstrain',
		Reiki: 'therapeutic touch; homeopathy; homeopathic; healing touch; Benson relaxation'
	}
);

const drainage = agents(
	{
		approaches: ['complementary'],
		mechanisms: ['circulation'],
		source: `${guide}; MeSH D000072097`
	},
	{ 'manual lymphatic drainage': 'manual lymph drainage; lymphatic drainage; lymph drainage' }
);

const needling = agents(
	{ approaches: ['procedure', 'complementary'], mechanisms: [], source: guide },
	{ 'dry needling': '=DNES; trigger point needling; dry needling with electrical stimulation' }
);

const talking = agents(
	{ approaches: ['behavioural'], mechanisms: [], source: `${guide}; MeSH D001521` },
	{
		'cognitive behavioral therapy':
			'=CBT; =CBT-I; =CBTi; cognitive therapy; cognitive-behavioral; psychotherapy',
		mindfulness:
			'meditation; =MBSR; acceptance and commitment; ' +
			'mindfulness-based stress reduction; mindfulness meditation',
		'relaxation training':
			'progressive muscle relaxation; =PMR; breathing exercise; hypnosis; ' +
			'guided imagery; relaxation; ' +
			'music therapy; music; relaxation exercise; ' +
			'hypnotherapy; ' +
			'progressive muscle relaxation exercise; breathing technique; deep breathing; ' +
			'emotional freedom technique',
		'patient education':
			'sleep hygiene; educational film; self-management; nurse-led education; ' +
			'coping group; education; ' +
			'education program; training booklet; counseling; support group; ' +
			'educational program; sleep education; ' +
			'virtual reality; biofeedback; neurofeedback; telehealth; behavioral therapy; ' +
			'behavioral intervention'
	}
);

const operations = [
	...agents(
		{ approaches: ['procedure'], mechanisms: [], trigger: true, source: guide },
		{
			haemodiafiltration:
				'=HDF; hemoperfusion; high-flux dialysis; medium cut-off dialyzer; ' +
				'expanded hemodialysis; ' +
				'nocturnal dialysis; short daily dialysis; daily hemodialysis; ' +
				'nocturnal hemodialysis; ' +
				'medium cut-off; high-flux; on-line hemodiafiltration; dialyzer; ' +
				'frequent hemodialysis',
			'kidney transplantation': 'renal transplantation; kidney transplant; renal transplant',
			tonsillectomy: 'adenotonsillectomy',
			'bariatric surgery': 'gastric bypass; sleeve gastrectomy',
			surgery: 'operation; surgical procedure'
		}
	),
	...agents(
		{ approaches: ['procedure'], mechanisms: [], source: guide },
		{
			'nerve injection':
				'perineural injection; steroid injection; epidural injection; ' + 'trigger point injection'
		}
	),
	...agents(
		{ approaches: ['procedure'], mechanisms: [], source: guide },
		{
			'cool dialysate':
				'cool dialysis; low temperature dialysate; cold dialysis; dialysate temperature'
		}
	),
	...agents(
		{ approaches: ['procedure'], mechanisms: ['nutrients-hormones'], source: 'MeSH D016104' },
		{ parathyroidectomy: 'parathyroid surgery' }
	),
	...agents(
		{ approaches: ['procedure'], mechanisms: ['circulation'], source: 'MeSH D057785; PMC6551200' },
		{
			'endovenous ablation':
				'=EVLA; =EVLT; ClariVein; sclerotherapy; foam sclerotherapy; ' +
				'varicose vein treatment; phlebectomy; ' +
				'endovenous laser ablation; endovenous laser; vein ablation; ' +
				'venous ablation; radiofrequency ablation; ' +
				'varicose vein surgery; endovenous laser treatment; vein stripping; ' +
				'iliac vein stenting; venous stenting'
		}
	),
	...agents(
		{
			approaches: ['procedure'],
			mechanisms: ['nerve-damage'],
			source: 'Front Neurol 2017, fneur.2017.00287'
		},
		{
			'nerve decompression':
				'nerve decompression surgery; peroneal nerve decompression; ' +
				'fibular nerve decompression; ' +
				'neuroma injection; decompression surgery; nerve release; neurolysis; ' +
				'surgical decompression; neuroma excision'
		}
	),
	...agents(
		{ approaches: ['procedure'], mechanisms: ['nerve-signals'], source: 'MeSH D009407, D004565' },
		{
			'nerve block': 'lumbar sympathetic block; epidural block; sympathetic block; ganglion block',
			'electroconvulsive therapy': '=ECT',
			'focused ultrasound': '=MRgFUS; =HIFU'
		}
	),
	...agents(
		{ approaches: ['procedure'], mechanisms: ['immune-gut'], source: 'MeSH D000069467' },
		{ 'fecal microbiota transplantation': 'fecal microbiota transplant; =FMT; fecal microbiota' }
	)
];

const changes = agents(
	{ approaches: ['medicine-change'], mechanisms: [], source: guide },
	{
		'medication review':
			'medicine review; drug review; medication review and deprescribing; ' +
			'medication optimization',
		deprescribing:
			'deprescription; drug holiday; medication withdrawal; medication tapering; ' +
			'drug withdrawal; medication reduction'
	}
);

/** Tests and tools: nothing that people are treated with. */
const tests = agents(
	{
		approaches: [],
		mechanisms: [],
		source: `${guide}: sleep-test equipment measures, it does not treat`
	},
	{
		polysomnography:
			'=PSG; home sleep apnea test; sleep study; sleep test; overnight sleep study; ' +
			'sleep recording; sleep apnea test',
		actigraphy: 'Actical; PAM-RL; actigraph; accelerometer; RestEaZe; actimetry',
		'suggested immobilization test':
			'=SIT; =mSIT; multiple suggested immobilization test; immobilization test',
		imaging:
			'=MRI; magnetic resonance imaging; magnetic resonance spectroscopy; =MRS; ' +
			'=QSM; =PET; =SPECT; ultrasound; ' +
			'transcranial sonography; functional MRI; =fMRI; CT scan; ultrasonography; ' +
			'near-infrared spectroscopy; =NIRS',
		'nerve test':
			'skin biopsy; nerve conduction study; quantitative sensory testing; ' +
			'corneal confocal microscopy; ' +
			'electromyography; =EMG; =EEG; paired-pulse transcranial magnetic stimulation; ' +
			'H-reflex; ' +
			'paired pulse TMS; single-pulse transcranial magnetic stimulation; nerve conduction',
		sampling:
			'blood draw; blood sample; blood sampling; blood test; lumbar puncture; ' +
			'spinal tap; questionnaire; survey; ' +
			'interview; saliva sample; genetic testing; genotyping; DNA sample; ' +
			'laboratory test; blood collection',
		'exercise test':
			'exercise testing; exercise capacity; exercise stress test; treadmill test; ' +
			'walking test; ' +
			'six minute walk test; walk test; stress test; no exercise; physical activity level; ' +
			'physical activity questionnaire; physical therapy department; ' +
			'cardiopulmonary exercise test',
		raclopride: 'fallypride; ioflupane; DaTscan; FP-CIT; FDOPA; fluorodopa; DTBZ'
	}
);

/** Longer names in which the name of a treatment stands, but no treatment is meant. */
const lookalikes = agents(
	{
		approaches: [],
		mechanisms: [],
		trigger: true,
		source: 'Longest match wins: guards the shorter name'
	},
	{
		'iron status':
			'iron deficiency; iron deficient; iron metabolism; iron store; iron level; ' +
			'iron overload; brain iron; ' +
			'iron concentration; iron content; iron homeostasis; serum iron; ' +
			'iron parameter; iron accumulation; ' +
			'iron depletion; iron absorption; iron saturation; iron loss; iron studies; ' +
			'iron indices; iron uptake; ' +
			'iron deficiency anemia; brain iron concentration; iron binding capacity; ' +
			'non-anemic iron deficiency',
		'vitamin status':
			'vitamin D deficiency; vitamin D level; vitamin D status; vitamin D deficient; ' +
			'folate level; serum vitamin D; ' +
			'magnesium level; vitamin B12 deficiency; folate deficiency; ' +
			'vitamin D insufficiency; zinc level; 25-hydroxyvitamin D',
		'opioid withdrawal':
			'opioid use disorder; opioid dependence; opioid receptor; opioid system; ' +
			'opioid detoxification; ' +
			'opioid addiction; opiate dependence; opiate withdrawal; opioid dependent; ' +
			'opioid taper; opioid tapering; opioid discontinuation',
		'dopamine system':
			'dopamine agonist withdrawal syndrome; dopamine agonist withdrawal; ' +
			'dopamine antagonist; dopamine receptor',
		'diet history': 'dietary intake; diet quality; dietary pattern; diet and',
		'compression of nerves':
			'nerve compression; spinal cord compression; compression fracture; ' +
			'nerve root compression',
		'heart and heat': 'heat intolerance; heat stroke; cold intolerance; heat exhaustion',
		'education level':
			'level of education; years of education; educational level; special education',
		'injection site': 'injection site reaction; injection drug',
		'vibration sense': 'vibration perception; vibration threshold; vibration test',
		'light activity': 'light sleep; light exercise; light meal',
		'drug screen':
			'drug abuse; drug addiction; drug monitoring; drug naive; drug free; ' +
			'study drug; study medication'
	}
);

/** Every device, exercise, procedure and test. */
export const therapies: readonly Agent[] = [
	...stimulators,
	...flow,
	...devices,
	...movement,
	...hands,
	...drainage,
	...needling,
	...talking,
	...operations,
	...changes,
	...tests,
	...lookalikes
];
