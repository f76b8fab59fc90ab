/*
 * Words that tell what a rule for joining says of a medicine. Each pattern is bounded: it looks at a
 * few words, in one passage of at most 2,500 characters.
 */

/** An amount of time as a piece of its own: "4 weeks", "5 half-lives", "three months". */
const amount =
	/(?<![\w.-])(?:(?:\d{1,3}(?:\.\d)?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fourteen|thirty|sixty|ninety)(?: ?\(\d{1,3}\)|\))?(?:(?: ?[-–] ?| to | or )(?:\d{1,3}|two|three|four|five|six|eight))?(?: ?[-–+] ?| times (?:the )?| ?[x×] ?(?:the )?| )?(?:consecutive |full |calendar )?(?:hours?|hrs?|days?|nights?|evenings(?:\/nights)?|weeks?|wks?|months?|mos?\.?(?= )|years?|yrs?|(?:(?:plasma|elimination|drug) )?half[- ]?li(?:fe|ves)))(?!\w)/gi;

/** All amounts of time in a text, with their places. */
export function amounts(text: string): RegExpExecArray[] {
	return [...text.matchAll(amount)];
}

/** "the past month", "the previous year": a time without a number. */
const spans = /\b(?:last|past|previous|preceding|prior) (?:day|week|month|year|half-life)\b/i;

/** Words that a time goes with where it lies before the study. */
const back =
	/\b(?:within|prior|before|preceding|previous|previously|past|last|less than|since|until|at least|minimum|recent|in the)\b|<|≤|\bfor (?=\d)|\bduring (?:the )?\d/i;

const event =
	/\b(?:prior to|before|preceding)\s+(?:the\s+)?(?:start of\s+|beginning of\s+|first\s+)?(?:study|trial|screening|baseline|enrol\w{1,9}|randomi[sz]ation|day\b|visit|entry|inclusion|entering|dosing|dose|participation|treatment|polysomnograph\w{1,4}|PSG|joining|initial|infusion|injection|test)/i;

/** Does it say "before the study" in some way? */
export function saysBeforeStudy(text: string): boolean {
	return event.test(text);
}

/** Does it name a time, stated or clear, that lies before the study? */
export function saysTimeBefore(text: string): boolean {
	return (amounts(text).length > 0 && back.test(text)) || spans.test(text) || event.test(text);
}

export const cues = {
	stop: /\b(?:discontinu(?:e|ed|ing|ation)|stop(?:s|ped|ping)?|wash(?:ed|ing)?[- ]?outs?|taper(?:ed|ing)?|wean(?:ed|ing)?|ceas(?:e|ed|ing)|withdrawn|withdraw(?:al)? (?:of|from)|withhold|withheld|come off|go off|be off|been off|off (?:all |any |their |of )|free (?:of|from)|(?:medication|drug|medicine|treatment)[- ]free|half[- ]?li(?:fe|ves)|go without)\b|^off\b/i,
	refrain: /\b(?:refrain\w{0,3}|abstain\w{0,3}|abstinen\w{2}|avoid\w{0,3}|forgo)\b/i,
	use: /\b(?:us(?:e|es|ed|ing|age|ers?)|tak(?:e|es|en|ing)|took|intake|receiv(?:e|es|ed|ing)|treated|treatments?|therap(?:y|ies)|administration|ingestion|consum\w{2,6}|prescribed|concomitant(?:ly)?|concurrent(?:ly)?|current(?:ly)?|on|exposure|exposed|requir(?:e|es|ing|ed)|need(?:s|ing)?|chronic|regular|daily|medicated|initiated|history of|infusions?|injections?|supplementation)\b/i,
	stable:
		/\b(?:stable|stabili[sz]ed|unchanged|constant (?:dose|dosage)|steady|same dose|no changes?|(?:not|n’t|n't) (?:be )?chang\w{1,3})\b/i,
	unstable: /\b(?:unstable|not (?:\w{1,8} ){0,4}stable|cannot (?:\w{1,8} )?remain stable)\b/i,
	change:
		/\b(?:chang(?:e|es|ed|ing)|adjust(?:ed|ment|ments)|alter(?:ed|ation|ations)|modif\w{3,9}|introduction|newly|(?:recently )?(?:started|initiated)|initiation|dose (?:increase|change|adjustment)s?|switch(?:ed|ing)?)\b/i,
	allow:
		/\b(?:allow(?:s|ed|able)?|permit(?:s|ted)?|permissible|acceptable|may (?:continue|take|use|remain|receive|be (?:taken|used|continued|enrolled|included))|can (?:continue|take|use|remain|be (?:taken|used|continued|enrolled|included))|continue (?:to take|to use|taking|using|their|on|with)|will be (?:continued|maintained|included)|not an? exclusion\w{0,3}|not exclu\w{3,8})\b/i,
	forbid:
		/\b(?:not (?:be |currently |been )?(?:allowed|permitted|taken|used|acceptable|taking|using|receiving|take|use|receive|treated|currently|had|have|on)|prohibit\w{0,3}|disallowed|forbidden|no (?:other|concomitant|concurrent|current|use|prior|previous|history|regular|chronic|additional|ongoing)|never|(?:un|non-?)treated|na[iï]ve|not be (?:on|taking)|(?:are|is|were) not (?:on|taking|using|receiving))\b/i,
	discretion: /\b(?:discretion|case[- ]by[- ]case|as appropriate|if (?:deemed|considered) )\b/i,
	/** What is plainly allowed, in running text. */
	allowedPlainly:
		/\b(?:(?:is|are|be|were) (?:also )?(?:allowed|permitted)|allowed to (?:continue|take|use|remain)|may (?:continue|remain|be continued)|permitted to (?:continue|take|use)|not an? exclusion|can (?:continue|remain)|will (?:continue|remain|be maintained) (?:to take|taking|on|their|with))\b/i,
	aim: /\b(?:purposes?|aims?|objectives?|hypothes\w{2,4}|whether|evaluate|compare[sd]?|superior|endpoints?|outcomes?)\b/i,
	/** Tells that a stop lies before the study and is of other medicines than those given in it. */
	ahead:
		/\b(?:before|prior|wash(?:ed|ing)?[- ]?out|screening|baseline|RLS|current(?:ly)?|other|previous(?:ly)?|their|these|any|all|concomitant)\b/i,
	exception: /\b(?:unless|except(?:ion|ions|ing)?)\b/i,
	/** Someone who takes it now. */
	present:
		/\b(?:(?:current|on-?going|regular) (?:use|treatment|therapy|intake|medication)|(?:is|are|be|been|who are|patients|subjects|participants|women|those) (?:currently |already |now )?(?:taking|receiving|using|on)|(?:^|if )taking|^(?:currently )?(?:receiving|taking|using)|on (?:a |an |chronic |maintenance |standard )?(?:\w{3,20} )?(?:therapy|treatment|medication|monotherapy|regimen))\b/i,
	past: /\b(?:previous(?:ly)?|prior|history|fail\w{0,4}|respon\w{2,9}|ever|lines?|eligible for|candidates?|before starting|diagnos\w{2,6}|indicat\w{2,5}|suitable|need(?:s|ing)?|require[sd]?|requiring|scheduled)\b/i,
	/** A rule in running text has such a word; a story has none. */
	duty: /\b(?:must|will|should|shall|required?|asked|have to|need to|are to|is to|instructed|may|can|allowed|permitted|prohibited|agree|willing|until|excluded|ineligible|not eligible|undergo)\b/i,
	/** The same without what may happen or not. */
	bound:
		/\b(?:must|will|should|shall|requir\w{1,4}|asked|have to|need to|are to|is to|instructed|agree|willing|undergo)\b/i,
	people:
		/\b(?:patients?|subjects?|participants?|people|persons?|individuals?|volunteers?|those|women|men|children|anyone|they|who)\b/i,
	excluded:
		/\b(?:excluded?|ineligible|not (?:be )?(?:eligible|included|enrolled|enroled)|exclusion)\b/i,
	illness:
		/\b(?:disorders?|diseases?|syndromes?|diabetes|hypertension|infections?|seizures?|epilepsy|an[a]?emia|asthma|illness(?:es)?|conditions?|cancers?|malignanc\w{1,4}|tumou?rs?|depression|psychosis|neuropath\w{1,3}|arrhythmias?|angina|failure|infarction|stroke|surger(?:y|ies)|hospitali[sz]\w{2,6}|transfusions?|donat\w{2,4}|symptoms?|blood pressure|pain|RLS|bleeding)\b/i
} as const;

/** An illness that is told by its treatment ("diabetes that needs insulin") says who is ill, not what to take. */
export const illnessByTreatment =
	/\b(?:disorders?|diseases?|syndromes?|diabetes|diabetics?|hypertension|infections?|seizures?|epilepsy|an[a]?emia|asthma|illness(?:es)?|conditions?|depression|psychosis|arrhythmias?|angina|failure|infarction|hypotension|thyroid\w{0,4}|hypothyroidism|surger(?:y|ies)|allergies|migraines?|headaches?|symptoms?|pain|insomnia|hypertensive|hypertensives|psychiatric|depressive|bleeding|blood pressure)\b[^.;:]{0,70}\b(?:requir(?:e|es|ing|ed)|need(?:s|ing)?|treated|controlled|managed|despite|under treatment|evident by|as indicated by|currently being treated|refractory)\b/i;

const list =
	'(?:alcohol|drugs?|substances?|medications?|medicines?|opioids?|opiates?|benzodiazepines?|hypnotics?|sedatives?|stimulants?|illicit|illegal|recreational|cocaine|narcotics?|nicotine|caffeine|tobacco|prescription|chemical|other|and|or|and/or|analgesics?|cannabis|marijuana|psychoactive|ethanol|polysubstance|iv|intravenous)';
const ofDrug =
	'(?:drugs?|medications?|medicines?|products?|agents?|compounds?|treatments?|therap(?:y|ies)|supplements?|devices?|patch(?:es)?|IP|injections?|infusions?|vaccines?|biologics?)';

/** What names a medicine and is no rule on taking it; taken out before the rest is judged. */
export const beside: readonly RegExp[] = [
	/\b(?:allerg(?:y|ic|ies)|hyper-?sensitiv\w{1,6}|intoleran\w{1,3}|sensitivit(?:y|ies)|sensitive|contra-?indicat\w{2,5}|contraindications?|anaphyla\w{2,6}|(?:adverse|allergic|serious|severe|bad) (?:drug )?(?:reactions?|effects?|events?|experiences?)|side effects?|reactions?)(?: \w{1,12}){0,3} (?:to|of|for|with|from|against|on)\b[^.;\n]{0,180}/gi,
	/\b(?:drugs?|medications?|iron|opioid|medicine) (?:allerg(?:y|ies)|intolerance|hypersensitivity|reactions?|eruption|rash)\b/gi,
	new RegExp(
		`(?:\\b${list}s?[\\s,/()-]{1,3}){0,8}\\b(?:abus(?:e|es|ed|ers?|ing)|misus\\w{1,3}|dependen(?:cy|ce|cies|t)|addict\\w{0,5}|use[- ]disorders?|alcoholism|alcoholics?)\\b(?: history)?(?: (?:of|on|to|including|from) [^.;\\n]{0,120}| ?\\([^)\\n]{0,120}\\))?`,
		'gi'
	),
	new RegExp(
		`\\b(?:investigational|experimental|study|trial|test|unapproved|unlicensed|non-?approved|blinded|assigned|double-blind)(?:[- ](?:medicinal|new|study|research|drug|medication)){0,3}[- ]${ofDrug}(?: or (?:device|placebo)| ?/ ?(?:device|placebo))?\\b(?: ?\\([^)\\n]{0,120}\\))?`,
		'gi'
	),
	/\b(?:study|trial)[- ](?:drug|medication|treatment)s?\b/gi,
	/\b(?:drug|medication|medicine) (?:study|studies|trials?|screen\w{0,4}|test(?:s|ing)?|absorption|metabolism|interactions?|levels?|holiday|error|adherence|compliance|history|histories|list|use disorder|toxicity|seeking|testing|titration|dispensing|administration|company|labels?|accountability)\b/gi,
	/\bnon-?(?:pharmac|drug|medic)\w{0,11} (?:treatments?|therap(?:y|ies)|interventions?)(?: (?:for|of) [\w ]{0,30})?/gi,
	/\b(?:urine|urinary|serum|blood|saliva|breath) (?:drug|toxicology|alcohol)\b/gi,
	/\b(?:positive|negative) (?:\w{1,12} ){0,5}(?:for|drug|of)\b[^.;\n]{0,150}/gi,
	/\b(?:(?:illicit|illegal|recreational|street) (?:or \w{3,12} )?(?:drugs?|substances?)|(?:drugs|substances) of abuse|drug use)\b/gi,
	/\b(?:iron|ferritin|vitamin ?\w{0,4}|magnesium|folate|folic acid|hormone|insulin|calcium|growth hormone|thyroid hormone|dopamine|dopaminergic|testosterone|estrogen|progesterone|estradiol|cortisol|opioid|alpha-2-delta)[- ](?:deficien\w{1,4}|insufficien\w{1,3}|overload\w{0,3}|status|stores?|storage|levels?|saturation|binding|metabolism|panel|parameters?|ind(?:ices|ex)|profile|homeostasis|content|concentrations?|depletion|depleted|resistan\w{1,3}|sensitiv\w{1,4}|receptors?|dependent|transport\w{0,3}|system|dysfunction|dysregulation|neurons?|activity|function|transmission|tests?|replete|absorption|accumulation|measure\w{0,5}|values?|disorders?)\b/gi,
	/\b(?:serum|plasma|brain|total|body|tissue|low|high|elevated|free|normal|endogenous) (?:iron|ferritin|vitamin ?\w{0,3}|magnesium|folate|testosterone|estradiol|insulin|calcium|hormones?)\b/gi,
	/\b[\w/-]{2,30}(?:-(?:related|associated|treated|emergent|evoked)|[- ](?:induced|refractory|resistant|dependent|responsive))\b/gi,
	/\binsulin (?:antibod\w{1,3}|pumps?|secretion|clamp)\b|\b\w{3,20} (?:sensitivity|allergy|intolerance)\b/gi,
	/\b\w{3,20} (?:akathisia|parkinsonism|dyskinesias?|malignant|poisoning|overdose|toxicity)\b/gi,
	/\b(?:participat\w{2,5}|enroll?(?:ed|ment)|involve(?:d|ment)|tak(?:e|en|ing) part)\b[^.;\n]{0,40}\b(?:trials?|study|studies|research|protocols?)\b/gi,
	/\b(?:secondary|due|attribut\w{2,5}|owing) to\b[^.;\n]{0,110}/gi,
	/\b(?:caused|induced|provoked|triggered|explained|worsened) by\b[^.;\n]{0,160}/gi,
	/\b(?:because of|result(?:s|ing)? from|effects? of|causes? of)\b[^.;,\n]{0,100}/gi,
	/\b(?:fail(?:ed|ure|s|ing|ures)?|non-?respon\w{2,7}|unrespons\w{2,6}|refractory|resistan(?:t|ce)|unsuccessful(?:ly)?|(?:inadequate|insufficient|lack of|poor|no|partial|good|positive|prior|initial|satisfactory|unsatisfactory) (?:clinical |therapeutic )?(?:response|benefit|relief|improvement|efficacy)|respon(?:d|ds|ded|se|ses|sive|ders?)|augmentation|(?:dis)?satisf\w{2,8}|ineffective(?:ly)?)(?: \w{1,14}){0,3} (?:to|of|with|on|from|under|using|by|despite|after|during|for|while)\b[^.;\n]{0,150}/gi,
	/\bwithdrawal (?:symptoms?|signs?|syndromes?|effects?|seizures?)\b|\b\w{3,12} withdrawal\b/gi,
	/\b(?:unstable|stable) (?:angina|medical\w{0,2}|psychiatric|diseases?|conditions?|clinical\w{0,2}|cardi\w{2,8}|blood|hypert\w{2,8}|renal|health|general|coronary|weight|sleep|symptoms?|illness\w{0,2}|CPAP|continuous|neurolog\w{2,4}|liver|partner|residence|housing|glyc\w{2,5}|mood|diabetes|schedule)\b/gi,
	/\b(?:medically|clinically|neurologically|psychiatrically|hemodynamically) (?:un)?stable\b/gi,
	/\bcontraceptives?\b[^.;\n]{0,60}/gi
];

/** A rule on other trials; it counts only where it names a medicine. */
export const aboutTrials =
	/\b(?:investigational|experimental|unapproved|unlicensed|non-registered|(?:clinical|another|other|drug|research) (?:drug )?(?:trials?|stud(?:y|ies))|enrol\w{0,4} (?:in|into))\b/i;

/** A passage that explains a word, or says for whom a medicine is wrong, is no rule. */
export const explains =
	/\b(?:(?:is|are) defined as|is characteri[sz]ed|describes)\b|, defined as\b|\bcontra-?indicated\b/i;

/** A passage with such a word is about pregnancy and birth control, whatever else it names. */
export const aboutContraception =
	/\b(?:contracepti\w{2,4}|birth control|child-?bearing|childbearing|post-?menopausal|intrauterine|surgically sterile|vasectom\w{1,4}|pregnancy test)\b/i;
