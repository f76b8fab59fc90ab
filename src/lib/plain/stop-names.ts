import { compile, find, type Dictionary } from '#lib/mechanism/dictionary.ts';
import { tokenise } from '#lib/mechanism/text.ts';
import { medicines } from '#lib/mechanism/vocabulary/medicines.ts';
import { suspectAgents } from '#lib/mechanism/vocabulary/suspects.ts';

/** A medicine or class as it is written in a text; offsets in that text. */
export interface Name {
	start: number;
	end: number;
	text: string;
	/** `weak`: alcohol, coffee and the like, which only count beside a medicine. */
	weight: 'named' | 'general' | 'weak';
}

/** Names of the vocabulary that mean too many other things in the rules of a study. */
const misleading = new Set(
	(
		'diet; tea; drinking; smoking; smoker; yogurt; kefir; coffee; ferric; dopa; general anesthesia; ' +
		'anesthesia; anesthetic; spinal anesthesia; epidural anesthesia; regional anesthesia; spinal block; ' +
		'dietary intervention; Mediterranean diet; ketogenic diet; gluten-free diet; low FODMAP; drug; ' +
		'medication; medicine; medicament; substance use; substance abuse; cocaine; herb; cortisol; folate; ' +
		'calcium carbonate; fermented milk; neuraxial block; neuraxial anesthesia; subarachnoid block; ' +
		'intrathecal anesthesia; spinal anesthetic; epidural analgesia; N2O; xenon gas; xenon; ferritin; ' +
		'Sonata; Concerta; Unisom; iron chelator; lithium carbonate; =THC; =GHB; =ESA; =EPO; =CBD; ' +
		'selenium; zinc; iron treatment'
	)
		.split(';')
		.map((name) => name.trim())
);

/** Classes that rules for joining name and that no study of restless legs gives. */
const classes = (
	'anticoagulant; anticoagulation; blood thinner; warfarin; heparin; antiplatelet; aspirin; NSAID; NSAIDs; ' +
	'nonsteroidal anti-inflammatory; non-steroidal anti-inflammatory; anti-inflammatory drug; ibuprofen; ' +
	'naproxen; acetaminophen; paracetamol; analgesic; painkiller; pain killer; narcotic; insulin; metformin; ' +
	'GLP-1; sulfonylurea; antidiabetic; =OAD; =OADs; antihypertensive; anti-hypertensive; antibiotic; antimicrobial; ' +
	'antifungal; antiviral; steroid; immunosuppressant; immunosuppressive; immunosuppressive agent; ' +
	'immunomodulator; chemotherapy; biologic; stimulant; psychostimulant; sedative; hypnotic; ' +
	'sedative-hypnotic; sedative hypnotic; tranquilizer; tranquillizer; anxiolytic; anticonvulsant; anti-convulsant; ' +
	'antiepileptic; anti-epileptic; antiepileptic drug; anti-epileptic drug; barbiturate; muscle relaxant; neuroleptic; ' +
	'anti-depressant; anti-psychotic; anti-histamine; monoamine oxidase inhibitor; MAO inhibitor; =MAOI; =MAOIs; ' +
	'MAO-B inhibitor; serotonin norepinephrine reuptake inhibitor; cholinesterase inhibitor; ' +
	'acetylcholinesterase inhibitor; anticholinergic; antimuscarinic; bronchodilator; theophylline; digoxin; ' +
	'levocetirizine; nitrate; CYP3A4 inhibitor; CYP3A4 inducer; CYP3A inhibitor; CYP3A inducer; CYP1A2; CYP2D6; ' +
	'enzyme inducer; enzyme inhibitor; hormone therapy; hormonal therapy; hormone replacement; =HRT; estrogen; ' +
	'dopamine antagonist; dopamine blocker; dopamine receptor antagonist; dopaminergics; dopaminergic; ' +
	'antiparkinsonian; antiparkinsonian agent; anti-parkinsonian; anti-Parkinson medication; alpha-2-delta; ' +
	'α2-δ ligand; gabapentinoids; Z-drug; non-benzodiazepine; sleep aid; hypnotics; vitamin; ' +
	'herbal supplement; herbal product; herbal preparation; herbal remedy; over-the-counter; over the counter; OTC; ' +
	'psychoactive; psychotropics; CNS depressant; CNS active; CNS-active; centrally acting; ketoconazole; ' +
	'rifampin; rifampicin; cimetidine; ciprofloxacin; clarithromycin; erythromycin; itraconazole; fluconazole; ' +
	"St. John’s wort; St. John's wort; erythropoiesis-stimulating agent; erythropoiesis stimulating agent; " +
	'phosphate binder; antacid; laxative; iron preparation; iron product; iron medication; oral iron; iron pill; ' +
	'vitamin D analog; antiarrhythmic; beta-blocker; β-blocker; thyroid hormone; growth hormone; triptan; ' +
	'dapsone; bisphosphonate; antispasmodic; antidiarrheal; antiemetics; disulfiram; varenicline; buspirone; ' +
	'pimozide; thioridazine; ziprasidone; lurasidone; perphenazine; fluphenazine; phenobarbital; primidone; phenytoin; ' +
	'felbamate; chloral hydrate; kava; ergot; nefazodone; phenothiazine; butyrophenone; carisoprodol; cyclobenzaprine; ' +
	'meperidine; pethidine; propranolol; reserpine; methyldopa; amoxapine; loperamide; =BZD; =BZDs; decongestant; ' +
	'dopamine blocking; dopamine-blocking'
)
	.split(';')
	.map((name) => name.trim())
	.filter((name) => name !== '');

const substances = new Set(['alcohol', 'tobacco', 'caffeine']);
const weakNames = new Set(['cannabis', 'nicotine', 'caffeine', 'tobacco', 'diet change']);

const dictionary: Dictionary<Name['weight']> = compile([
	...[...medicines, ...suspectAgents].flatMap(({ name, names, suspect }) => {
		const weak = weakNames.has(name) || (suspect !== undefined && substances.has(suspect));
		const kept = names.filter((each) => !misleading.has(each));
		return kept.length > 0
			? [{ row: weak ? ('weak' as const) : ('named' as const), names: kept }]
			: [];
	}),
	{ row: 'named' as const, names: [...new Set(classes)] }
]);

const general =
	/\b(?:(?:co|con|pre|non|anti)?-?medications?|medicines?|medicinal products?|(?:concomitant |prescription |other |prohibited |RLS |psychiatric |sleep(?:ing)? )?drugs?|pharmacotherap(?:y|ies)|pharmacological (?:treatment|therapy|agents?)|pharmacologic (?:treatment|therapy|agents?)|(?:dietary |nutritional |food |herbal |health food )?supplements?|supplementation|sleeping (?:pills?|tablets?|aids?)|(?:these|such|following|prohibited|concomitant|concurrent|other|above) (?:agents|treatments|therapies|substances)|(?:such|no) (?:therapy|treatment)|pharmacological (?:assistance|aids?)|treatments? (?:for|of) (?:their |the |primary |idiopathic )?(?:RLS|restless)|(?:RLS|anti-RLS)[- ](?:specific )?(?:treatments?|therap(?:y|ies)|regimens?|agents?)|treatments? (?:for|of) insomnia|hormones?)\b/gi;
/** Names of substances told by their ending, as the WHO gives them (INN stems), and one with a full stop. */
const stems =
	/\b(?:St\. John['’]?s[- ]wort|[a-z]{3,20}(?:mab|tinib|statin|prazole|sartan|oxacin|cillin|mycin|cycline|gliptin|gliflozin|glutide|xaban|triptan|azepam|zolam|barbital|curonium|conazole|navir|buvir|olimus|fibrate|dronate|lukast|afil)s?)\b/gi;

/** The medicines, classes and general words for medicines in a text, each as it is written. */
export function namesIn(text: string): Name[] {
	const found: Name[] = [
		...find(dictionary, tokenise(text)).map(({ row, start, end }) => ({
			...{ start, end, weight: row },
			text: text.slice(start, end)
		})),
		...[...text.matchAll(stems)].map((match) => nameAt(match, 'named')),
		...[...text.matchAll(general)].map((match) => nameAt(match, 'general'))
	];
	const names: Name[] = [];
	for (const name of found.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
		const before = names.at(-1);
		if (!before || name.start >= before.end) names.push(name);
		else if (before.weight === 'general' && name.weight === 'named' && name.end >= before.end)
			names.splice(-1, 1, name);
	}
	return names;
}

function nameAt(match: RegExpExecArray, weight: Name['weight']): Name {
	return {
		start: match.index,
		end: match.index + match[0].length,
		text: match[0],
		weight
	};
}
