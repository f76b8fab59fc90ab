import type { MechanismId, SuspectId } from '#lib/mechanism/taxonomy.ts';
import { namesOf } from './agent.ts';

/** A body process or a suspect in words, apart from what is given. */
export interface Topic {
	mechanism?: MechanismId;
	suspect?: SuspectId;
	/** `state`: people are picked by it; `measure`: it is measured; `blame`: it is the suspect. */
	kind: 'state' | 'measure' | 'blame';
	/** How a card names it: "low iron". */
	called: string;
	names: readonly string[];
	source: string;
}

function topic(
	mechanism: MechanismId,
	kind: Topic['kind'],
	called: string,
	source: string,
	names: string
): Topic {
	return { mechanism, kind, called, source, names: namesOf(names) };
}

function blame(suspect: SuspectId, called: string, source: string, names: string): Topic {
	return {
		mechanism: 'medicines-substances',
		suspect,
		kind: 'blame',
		called,
		source,
		names: namesOf(names)
	};
}

/** Longer names in which a topic's name stands and means something else. */
function notThis(source: string, names: string): Topic {
	return { kind: 'measure', called: '', source, names: namesOf(names) };
}

export const topics: readonly Topic[] = [
	topic(
		'iron',
		'state',
		'low iron',
		'MeSH D018798, D000090463',
		'iron deficiency; iron deficient; iron deficiency anemia; anemia, iron-deficiency; ' +
			'=IDA; low ferritin; low serum ferritin; low iron; low iron stores; ' +
			'iron depletion; depleted iron stores; iron-deficiency without anemia; ' +
			'non-anemic iron deficiency; low ferritin level; low brain iron; ' +
			'brain iron deficiency'
	),
	topic(
		'iron',
		'measure',
		'iron in the body or brain',
		'MeSH D007501, D005293; Koo 2016, PMC4961894',
		'brain iron; brain iron concentration; iron in the brain; nigral iron; ' +
			'substantia nigra iron; ferritin; serum ferritin; CSF ferritin; transferrin; ' +
			'transferrin saturation; =TSAT; =TIBC; hepcidin; serum iron; iron status; ' +
			'iron metabolism; iron store; iron level; iron homeostasis; iron concentration; ' +
			'iron content; quantitative susceptibility mapping; =QSM; ' +
			'substantia nigra hypoechogenicity; substantia nigra echogenicity; iron parameter; ' +
			'iron indices; iron absorption; iron; iron uptake; regional brain iron; body iron'
	),
	topic(
		'iron',
		'measure',
		'loss of iron by giving blood',
		'MeSH D001782',
		'blood donation; blood donor; phlebotomy'
	),
	topic(
		'dopamine',
		'measure',
		'dopamine in the body or brain',
		'MeSH D018491',
		'dopamine; dopaminergic; dopaminergic system; dopamine system; dopamine receptor; ' +
			'dopamine transporter; D2 receptor; D1 receptor; D3 receptor; ' +
			'dopamine D2 receptor; DAT SPECT; DaTscan; FP-CIT; raclopride; fallypride; ' +
			'ioflupane; FDOPA; fluorodopa; dopaminergic function; dopamine function; ' +
			'dopamine metabolism; striatal dopamine; nigrostriatal; dopamine synthesis; ' +
			'dopamine release; DRD2; dopaminergic tone; ' +
			'vesicular monoamine transporter; VMAT2'
	),
	topic(
		'nerve-damage',
		'state',
		'nerve damage',
		'MeSH D010523, D003929, D011115, D000071075, D002607, D011843; Jiménez-Jiménez 2021',
		'neuropathy; polyneuropathy; peripheral neuropathy; small fiber neuropathy; ' +
			'small fibre neuropathy; sensory neuropathy; radiculopathy; diabetic neuropathy; ' +
			'diabetic polyneuropathy; diabetic peripheral neuropathy; uremic neuropathy; ' +
			'chemotherapy-induced peripheral neuropathy; Charcot-Marie-Tooth; ' +
			'Charcot-Marie-Tooth disease; peripheral nervous system diseases; nerve damage; ' +
			'nerve injury; nerve entrapment; damaged nerve; neuroma; peripheral nerve injury; ' +
			'sciatica; nerve compression; lumbosacral radiculopathy; ' +
			'small-fiber polyneuropathy; pinched nerve; nerve lesion; ' +
			'diabetic neuropathies; nerve root compression; peroneal nerve entrapment; ' +
			'Morton neuroma'
	),
	topic(
		'nerve-damage',
		'measure',
		'nerve damage',
		'Polydefkis 2000, PMID 11071488',
		'nerve conduction; nerve conduction study; nerve conduction velocity; skin biopsy; ' +
			'intraepidermal nerve fiber density; nerve fiber density; ' +
			'quantitative sensory testing; corneal confocal microscopy; nerve fiber; ' +
			'small fiber; small nerve fiber'
	),
	topic(
		'genetics',
		'measure',
		'genes',
		'MeSH D055106; Schormair 2024, doi 10.1038/s41588-024-01763-1',
		'gene; genes; genetic; genetics; genome; genomic; genome-wide association; ' +
			'genome-wide association study; =GWAS; genotype; genotyping; genotyped; loci; ' +
			'chromosome; polygenic score; risk gene; heredity; inheritance; genetic variation; ' +
			'heritability; heritable; hereditary; familial; family study; sibling; twin; ' +
			'twins; polymorphism; =SNP; =SNPs; pedigree; linkage analysis; exome; ' +
			'exome sequencing; whole genome sequencing; DNA; genetic marker; genetic variant; ' +
			'risk variant; susceptibility gene; allele; mutation; polygenic; ' +
			'polygenic risk score; genetic risk; candidate gene; susceptibility loci; ' +
			'first-degree relative; =MEIS1; =BTBD9; =PTPRD; =MAP2K5; =SKOR1; =LBXCOR1; =TOX3; ' +
			'=CRBN; =HMOX1; affected families; families with restless legs syndrome'
	),
	topic(
		'nerve-signals',
		'measure',
		'brain and nerve signals',
		'Ferré, Khan 2017, doi 10.1007/s00415-017-8431-1',
		'glutamate; glutamatergic; =GABA; GABAergic; adenosine; adenosine receptor; ' +
			'opioid receptor; opioid system; endogenous opioid; cortical excitability; ' +
			'transcranial magnetic stimulation; spinal excitability; ' +
			'motor cortex excitability; corticospinal excitability; H-reflex; H reflex; ' +
			'flexor reflex; orexin; hypocretin; endocannabinoid; heart rate variability; ' +
			'autonomic; autonomic nervous system; sympathetic nerve; sympathetic; ' +
			'autonomic function; spinal cord excitability; intracortical inhibition; ' +
			'functional connectivity; thalamic; cortical arousal; sensorimotor cortex; ' +
			'beta-endorphin; serotonin transporter; brain activity; neurotransmitter; ' +
			'neurophysiological; brain network; histamine; resting-state; evoked potential; ' +
			'cord lesion; spinal cord lesion; cervical cord; spinal pathway; white matter; ' +
			'gray matter; brain structure; magnetic resonance spectroscopy; brain lesion; ' +
			'motor evoked potential; central sensitization'
	),
	topic(
		'circulation',
		'measure',
		'blood flow and oxygen',
		'MeSH D001808, D014652; Salminen 2014',
		'blood flow; circulation; endothelial; endothelial function; ' +
			'endothelial dysfunction; nitric oxide; hypoxia; peripheral hypoxia; ' +
			'tissue oxygenation; oxygenation; peripheral oxygen; venous; microcirculation; ' +
			'venous insufficiency; chronic venous insufficiency; venous reflux; varicose; ' +
			'varicose vein; vascular; blood pressure; =BP; nocturnal blood pressure; ' +
			'cerebral blood flow; arterial stiffness; pulse wave velocity; ' +
			'peripheral arterial disease; flow-mediated dilation; flow-mediated dilatation; ' +
			'retinal vessel; small vessel; pulse wave; oxygen saturation; tissue oxygen; ' +
			'near-infrared spectroscopy; =NIRS; vascular compression; saphenous reflux; ' +
			'venous disease; limb oxygen; high altitude; ' +
			'microvascular; perfusion; cerebral perfusion; blood volume; capillary; nailfold; ' +
			'hemodynamic; arterial; peripheral circulation; ischemia'
	),
	topic(
		'nutrients-hormones',
		'measure',
		'vitamins, minerals or hormones',
		'MeSH D014815, D006728',
		'vitamin D; vitamin D level; vitamin D status; vitamin D deficiency; ' +
			'vitamin D deficient; vitamin D insufficiency; 25-hydroxyvitamin D; ' +
			'cholecalciferol; folate; folate level; folate deficiency; magnesium; ' +
			'magnesium level; zinc; zinc level; selenium; parathyroid; parathyroid hormone; ' +
			'=PTH; hyperparathyroidism; estradiol; estrogen; progesterone; thyroid; ' +
			'thyroid hormone; vitamin B12; vitamin B12 deficiency; sex hormone; menopause; ' +
			'menopausal; hypothyroidism; testosterone; homocysteine; vitamin; melatonin level; ' +
			'cortisol; leptin; prolactin; calcium level; hormone; menopausal transition; ' +
			'perimenopausal; dietary pattern; dietary intake; diet'
	),
	topic(
		'immune-gut',
		'measure',
		'inflammation or gut bacteria',
		'Weinstock 2012 (SIBO); MeSH D007249',
		'microbiome; microbiota; gut microbiota; =SIBO; ' +
			'small intestinal bacterial overgrowth; probiotic; inflammation; ' +
			'inflammatory marker; marker of inflammation; markers of inflammation; ' +
			'biomarkers of inflammation; biomarker of inflammation; inflammatory cytokine; ' +
			'cytokine; interleukin; autoimmune; autoimmunity; immune; immunological; ' +
			'C-reactive protein; =CRP; =hsCRP; gut bacteria; neuroinflammation; ' +
			'systemic inflammation; inflammatory; proinflammatory; tumor necrosis factor; ' +
			'antibody; gut microbiome; intestinal; mast cell'
	),
	blame(
		'dopamine-medicine',
		'augmentation',
		'García-Borreguero 2016, PMID 27448465',
		'augmentation; augmented; augmenting; augmentation syndrome; RLS augmentation; ' +
			'dopaminergic augmentation; dopamine agonist withdrawal; ' +
			'dopamine agonist withdrawal syndrome; =DAWS; augmented restless legs syndrome; ' +
			'augmented RLS'
	),
	blame(
		'opioid-withdrawal',
		'opioid withdrawal',
		'McCarter 2023, PMC10071373',
		'opioid withdrawal; opiate withdrawal; opioid discontinuation; opioid taper; ' +
			'opioid tapering; opioid detoxification; opioid withdrawal syndrome; ' +
			'opioid withdrawal symptom; opiate detoxification; heroin withdrawal; ' +
			'methadone withdrawal; buprenorphine taper; withdrawal from opioids; ' +
			'opioid cessation; methadone taper; opioid detox; opiate withdrawal syndrome; ' +
			'withdrawal of opioids; tapering of opioids'
	),
	blame(
		'alcohol',
		'alcohol',
		'Didriksen 2020',
		'alcohol withdrawal; alcohol-induced; alcohol use disorder; alcohol dependence; ' +
			'alcohol-related'
	),
	blame(
		'tobacco',
		'smoking',
		'NHLBI 2010',
		'nicotine withdrawal; smoking cessation; smoking-related; smoking-induced; ' +
			'tobacco-induced; nicotine-induced'
	),
	blame(
		'caffeine',
		'caffeine',
		'Batool-Anwar 2016, PMC4751426',
		'caffeine withdrawal; caffeine reduction; caffeine-induced; caffeine abstinence'
	),
	blame(
		'other',
		'a medicine',
		'Hoque 2010, PMC2823282',
		'drug-induced restless legs; drug-induced RLS; medication-induced RLS; ' +
			'medication-induced restless legs syndrome; benzodiazepine withdrawal; ' +
			'iatrogenic RLS; iatrogenic restless legs syndrome'
	),
	notThis(
		'Words of another field',
		'family history; inflammatory bowel disease; inflammatory arthritis; ' +
			'iron overload; general circulation; dopamine agonist; dopaminergic agent; ' +
			'dopaminergic therapy; dopaminergic treatment; dopaminergic medication; ' +
			'dopamine agonist therapy; dopamine antagonist; dopaminergic drug; ' +
			'dopamine agonist treatment; dopaminergic agonist; iron supplementation; ' +
			'iron therapy; iron treatment; iron infusion; gene expression; anti-inflammatory; ' +
			'breast augmentation; augmentation of antidepressant; genetic counseling; ' +
			'immune system disorder; vitamin supplement; diet and exercise; immunodeficiency; ' +
			'human immunodeficiency virus; augmentation therapy; autonomic side effect; ' +
			'vascular access; arteriovenous; venous blood; blood pressure cuff; intravenous; ' +
			'venous catheter; vascular dementia; neuropathic pain scale; venous access; ' +
			'venous puncture; thyroid stimulating hormone; augmentation strategy; ' +
			'hormone replacement; hormonal contraception; oral iron; intravenous iron; ' +
			'IV iron; melatonin; venous thromboembolism; nerve stimulation; ' +
			'International Parkinson; augmentation severity rating; dopamine medication; ' +
			'genetic disease; venous sample; vascular compression device'
	)
];
