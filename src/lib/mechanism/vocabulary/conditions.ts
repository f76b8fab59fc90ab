import type { RelatedId } from '#lib/mechanism/taxonomy.ts';
import { namesOf } from './agent.ts';

/** A condition that people have beside restless legs. No id: a longer name that is not the condition. */
export interface Condition {
	id?: RelatedId;
	names: readonly string[];
	/** Words for a reason: "people with …". */
	people: string;
	source: string;
}

function condition(id: RelatedId, people: string, source: string, names: string): Condition {
	return { id, people, source, names: namesOf(names) };
}

/** Longer names that stand for something else than the condition within them. */
function notThis(source: string, names: string): Condition {
	return { people: '', source, names: namesOf(names) };
}

/** Source: the MeSH descriptors named in each row; the seed article of 2010 names the first seven. */
export const conditions: readonly Condition[] = [
	condition(
		'kidney',
		'kidney failure',
		'MeSH D007676, D051436, D006435, D014511, D016030',
		'kidney failure; kidney disease; kidney transplant; kidney transplantation; ' +
			'renal failure; chronic renal failure; ' +
			'renal insufficiency; renal disease; renal transplant; renal transplantation; ' +
			'renal replacement; renal replacement therapy; ' +
			'end-stage renal disease; end-stage kidney disease; end stage renal failure; ' +
			'uremia; uremic; hemodialysis; dialysis; ' +
			'peritoneal dialysis; renal dialysis; kidney failure, chronic; ' +
			'renal insufficiency, chronic; =ESRD; =ESKD; =CKD; ' +
			'renal disease, end stage; kidney dialysis; kidney diseases; intradialytic; ' +
			'maintenance hemodialysis; chronic kidney disease; hemodialyzed'
	),
	condition(
		'parkinson',
		'Parkinson disease',
		'MeSH D010300, D020734',
		"parkinson; parkinson's; parkinson's disease; parkinson disease; parkinsonism; " +
			'parkinsonian; parkinsonian disorders'
	),
	condition(
		'diabetes',
		'diabetes',
		'MeSH D003920, D003924, D003922',
		'diabetes; diabetic; diabetes mellitus; type 2 diabetes; type 1 diabetes; =T2DM; ' +
			'=T1DM; diabetes mellitus, type 2; ' +
			'diabetes mellitus, type 1; diabetics; diabetes complications; ' +
			'gestational diabetes; =DM2; =T2D; type II diabetes'
	),
	condition(
		'rheumatoid-arthritis',
		'rheumatoid arthritis',
		'MeSH D001172',
		'rheumatoid arthritis; arthritis, rheumatoid'
	),
	condition(
		'pregnancy',
		'pregnancy',
		'MeSH D011247, D011248',
		'pregnant; pregnancy; pregnant women; pregnant woman; gestation; gestational; ' +
			'gestational week; gestational age; trimester; ' +
			'postpartum; antenatal; prenatal; pregnancy related; pregnancy complications; ' +
			'cesarean; cesarean section; ' +
			'puerperal; puerperium; primigravida; gravid; expectant mothers; primiparous; ' +
			'weeks of gestation'
	),
	condition(
		'iron-deficiency',
		'low iron',
		'MeSH D018798, D000090463',
		'iron deficiency; iron deficient; iron deficiency anemia; anemia, iron-deficiency; ' +
			'low ferritin; low serum ferritin; =IDA; ' +
			'low iron; low iron stores; iron depletion; anemia, iron deficiency; ' +
			'iron-deficiency without anemia; non-anemic iron deficiency; ' +
			'depleted iron stores; iron deficiencies; hypoferritinemia; sideropenia; ' +
			'low ferritin level'
	),
	condition(
		'neuropathy',
		'nerve damage',
		'MeSH D010523, D003929, D011115, D000071075, D002607, D011843',
		'neuropathy; polyneuropathy; peripheral neuropathy; small fiber neuropathy; ' +
			'small fibre neuropathy; sensory neuropathy; ' +
			'chemotherapy-induced peripheral neuropathy; chemotherapy-induced neuropathy; ' +
			'radiculopathy; Charcot-Marie-Tooth; ' +
			'peripheral nervous system diseases; polyneuropathies; amyloid neuropathy; ' +
			'lumbosacral radiculopathy; peripheral nerve disease; ' +
			'Charcot-Marie-Tooth disease; sciatica; nerve damage; nerve injury; ' +
			'nerve entrapment; peripheral nerve injury; small-fiber polyneuropathy'
	),
	condition(
		'neuropathy',
		'nerve damage',
		'MeSH D003929',
		'diabetic neuropathy; diabetic polyneuropathy; diabetic neuropathies; ' +
			'diabetic peripheral neuropathy; uremic neuropathy'
	),
	condition(
		'plmd',
		'periodic limb movements',
		'MeSH D020189',
		'periodic limb movement; periodic leg movement; periodic limb movement disorder; ' +
			'periodic leg movement disorder; =PLMD; =PLMS; =PLMs; ' +
			'nocturnal myoclonus; nocturnal myoclonus syndrome; =PLM; ' +
			'periodic limb movement index; periodic leg movement index; =PLMI'
	),
	condition(
		'insomnia',
		'insomnia',
		'MeSH D007319',
		'insomnia; chronic insomnia; sleep initiation and maintenance disorders; ' +
			'primary insomnia; insomniac; insomnia disorder'
	),
	condition(
		'sleep-apnoea',
		'sleep apnoea',
		'MeSH D020181, D012891',
		'sleep apnea; obstructive sleep apnea; sleep disordered breathing; =OSA; =OSAHS; ' +
			'=OSAS; sleep apnea, obstructive; ' +
			'sleep apnea syndromes; sleep-related breathing disorder; ' +
			'sleep-breathing disorder; apnea hypopnea index; ' +
			'sleep apnea hypopnea syndrome; =SDB'
	),
	condition(
		'depression',
		'depression',
		'MeSH D003863, D003866, D003865',
		'depression; depressive disorder; major depressive disorder; major depression; ' +
			'mood disorder; depressive; depressed; =MDD; ' +
			'mood disturbance; depressive symptom; depressive disorder, major; ' +
			'depressive episode; postpartum depression; dysthymia; unipolar depression'
	),
	condition(
		'multiple-sclerosis',
		'multiple sclerosis',
		'MeSH D009103',
		'multiple sclerosis; =RRMS; multiple sclerosis, relapsing-remitting'
	),
	condition(
		'opioid-use-disorder',
		'opioid dependence or withdrawal',
		'MeSH D009293, D013375',
		'opioid use disorder; opioid withdrawal; opioid dependence; ' +
			'opioid discontinuation; opioid taper; opioid tapering; heroin; ' +
			'opiate dependence; opiate withdrawal; opioid-related disorders; ' +
			'opioid detoxification; =OUD; opioid addiction; heroin dependence; ' +
			'opioid dependent; opiate addiction; opioid abuse; opioid detox; ' +
			'opioid withdrawal syndrome; opiate use disorder; opiate withdrawal syndrome; ' +
			'opioid use disorders; opioid withdrawal symptom'
	),
	condition(
		'dementia',
		'dementia',
		'MeSH D003704, D000544',
		"dementia; alzheimer; alzheimer's; alzheimer's disease; alzheimer disease; " +
			'cognitive decline in dementia; lewy body disease'
	),
	condition(
		'children',
		'children and teenagers',
		'MeSH D002648, D000293',
		'child; children; pediatric; adolescent; adolescence; childhood; teenager; ' +
			'pediatrics; youth'
	),
	condition(
		'narcolepsy',
		'narcolepsy',
		'MeSH D009290',
		'narcolepsy; idiopathic hypersomnia; hypersomnolence; hypersomnia; cataplexy'
	),
	condition(
		'rbd',
		'REM sleep behaviour disorder',
		'MeSH D020187',
		'REM sleep behavior disorder; =RBD'
	),
	condition(
		'anxiety',
		'anxiety',
		'MeSH D001007, D001008',
		'anxiety disorder; generalized anxiety; anxiety'
	),
	condition(
		'adhd',
		'ADHD',
		'MeSH D001289',
		'attention deficit hyperactivity disorder; ' +
			'attention deficit/hyperactivity disorder; =ADHD; ' +
			'attention deficit disorder with hyperactivity; attention-deficit hyperactivity'
	),
	condition('autism', 'autism', 'MeSH D000067877', 'autism; autistic; autism spectrum disorder'),
	condition(
		'migraine',
		'migraine',
		'MeSH D008881',
		'migraine; headache disorder; migraine disorders'
	),
	condition(
		'stroke',
		'stroke',
		'MeSH D020521, D002546',
		'stroke; transient ischemic attack; ischemic attack, transient; stroke survivors'
	),
	condition(
		'heart-disease',
		'heart or blood vessel disease',
		'MeSH D002318, D006333, D006973',
		'cardiovascular disease; heart failure; coronary; hypertension; ' +
			'high blood pressure; coronary artery disease; cardiovascular risk'
	),
	condition(
		'copd',
		'lung disease',
		'MeSH D029424',
		'chronic obstructive pulmonary disease; =COPD; pulmonary disease, chronic obstructive'
	),
	condition(
		'liver-disease',
		'liver disease',
		'MeSH D008103, D006526',
		'cirrhosis; cirrhotic; hepatitis C; chronic liver disease; liver transplant; ' +
			'liver transplantation; liver cirrhosis'
	),
	condition(
		'gut-disease',
		'bowel disease',
		'MeSH D003424, D015212, D002446, D043183',
		"Crohn's; Crohn; Crohn's disease; inflammatory bowel disease; celiac disease; " +
			'irritable bowel; irritable bowel syndrome; small intestinal bacterial overgrowth; ' +
			'=SIBO; celiac; ulcerative colitis'
	),
	condition(
		'fibromyalgia',
		'fibromyalgia or chronic pain',
		'MeSH D005356, D059350',
		'fibromyalgia; chronic pain; chronic widespread pain'
	),
	condition(
		'venous-disease',
		'vein disease',
		'MeSH D014648, D014689',
		'varicose; varicose vein; venous insufficiency; venous reflux; venous disease; ' +
			'chronic venous insufficiency; saphenous reflux'
	),
	condition(
		'spinal-anaesthesia',
		'spinal or epidural anaesthesia',
		'MeSH D000775, D000767',
		'spinal anesthesia; epidural anesthesia; neuraxial anesthesia; anesthesia, spinal; ' +
			'anesthesia, epidural'
	),
	condition(
		'spinal-cord-injury',
		'spinal cord injury',
		'MeSH D013119, D013118',
		'spinal cord injury; spinal cord injuries; spinal cord lesion; myelopathy; ' +
			'paraplegia; paraplegic; spinal cord disease'
	),
	condition(
		'ataxia-movement',
		'another movement disorder',
		'MeSH D020754, D020329, D005879, D006816',
		"spinocerebellar ataxia; Friedreich; essential tremor; Tourette; Tourette's; " +
			"dystonia; Huntington; Huntington's; movement disorder"
	),
	condition(
		'thyroid',
		'thyroid disease',
		'MeSH D007037, D006980',
		'hypothyroid; hypothyroidism; hyperthyroidism; thyroid disease'
	),
	condition(
		'obesity',
		'obesity',
		'MeSH D009765, D050110',
		'obesity; obese; bariatric; bariatric surgery; gastric bypass'
	),
	condition(
		'vitamin-d-deficiency',
		'vitamin D deficiency',
		'MeSH D014808',
		'vitamin D deficiency; vitamin D deficient; vitamin D insufficiency'
	),
	condition(
		'cancer',
		'cancer',
		'MeSH D009369',
		'cancer; chemotherapy; leukemia; lymphoma; neoplasm; neoplasms; breast cancer'
	),
	condition('hiv', 'HIV', 'MeSH D015658', '=HIV; HIV infections'),
	condition(
		'lupus-sjogren',
		'lupus, Sjögren or a like disease',
		'MeSH D008180, D012859, D013167',
		"lupus erythematosus; lupus; Sjogren; Sjogren's; Sjögren; Sjögren's; " +
			'ankylosing spondylitis; psoriatic arthritis'
	),
	condition(
		'sickle-thalassaemia',
		'sickle cell or a like disease',
		'MeSH D000755, D013789',
		'sickle cell; sickle cell disease; thalassemia; sickle cell anemia'
	),
	condition(
		'blood-donors',
		'blood donation',
		'MeSH D001782',
		'blood donor; blood donation; blood donors'
	),
	condition(
		'older-people',
		'older age',
		'MeSH D000368',
		'nursing home; long-term care; older adults; elderly; older people'
	),
	condition(
		'leg-cramps',
		'leg cramps',
		'MeSH D009120',
		'leg cramp; nocturnal cramp; night cramp; muscle cramp; nocturnal leg cramp'
	),
	condition('akathisia', 'akathisia', 'MeSH D017109', 'akathisia; drug-induced akathisia'),
	condition('growing-pains', 'growing pains', 'ICSD-3', 'growing pain'),
	condition('itch', 'itch', 'MeSH D011537', 'uremic pruritus; pruritus; itch; itching'),
	condition(
		'schizophrenia',
		'schizophrenia or psychosis',
		'MeSH D012559, D011618',
		'schizophrenia; psychosis; psychotic disorder; schizoaffective disorder'
	),
	condition('bipolar', 'bipolar disorder', 'MeSH D001714', 'bipolar disorder; bipolar depression'),
	condition(
		'long-covid',
		'COVID-19',
		'MeSH D000086382, D000094024',
		'long COVID; post-COVID; COVID-19; post-acute COVID-19 syndrome'
	),
	notThis(
		'Scales, not people',
		'depression inventory; depression scale; depression rating scale; ' +
			'depression score; anxiety and depression scale; hospital anxiety and depression; ' +
			'beck depression; depression rating; depression questionnaire; ' +
			'geriatric depression scale; anxiety scale; insomnia severity index; ' +
			'sleep apnea questionnaire; parkinson rating; depression anxiety stress scale; ' +
			'depression subscale; respiratory depression; anxiety inventory'
	),
	notThis(
		'A check before joining, not who may join',
		'pregnancy test; negative pregnancy test; pregnancy prevention; childbearing; ' +
			'pregnancy planning; diabetes insipidus; antiparkinson; anti-parkinson; ' +
			'antidepressive; pregnancy status'
	),
	notThis(
		'A drug or a device word',
		'bipolar electrode; heroin-free; bipolar stimulation; ST depression; ' +
			'ST segment depression; spreading depression; cortical depression'
	)
];
