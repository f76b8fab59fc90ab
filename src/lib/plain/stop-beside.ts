/*
 * What names a medicine and says nothing of taking it: allergies, causes, dependence, other trials. A
 * list of medicines in brackets belongs to what stands before it.
 */
const list =
	'(?:alcohol|drugs?|substances?|medications?|medicines?|opioids?|opiates?|benzodiazepines?|hypnotics?|sedatives?|stimulants?|illicit|illegal|recreational|cocaine|narcotics?|nicotine|caffeine|tobacco|prescription|chemical|other|and|or|and/or|analgesics?|cannabis|marijuana|psychoactive|ethanol|polysubstance|iv|intravenous)';
const ofDrug =
	'(?:drugs?|medications?|medicines?|products?|agents?|compounds?|treatments?|therap(?:y|ies)|supplements?|devices?|patch(?:es)?|IP|injections?|infusions?|vaccines?|biologics?)';

/** What names a medicine and is no rule on taking it; taken out before the rest is judged. */
const beside: readonly RegExp[] = [
	/\b(?:allerg(?:y|ic|ies)|hyper-?sensitiv\w{1,6}|intoleran\w{1,3}|sensitivit(?:y|ies)|sensitive|contra-?indicat\w{2,5}|contraindications?|anaphyla\w{2,6}|(?:adverse|allergic|serious|severe|bad) (?:drug )?(?:reactions?|effects?|events?|experiences?)|side effects?|reactions?|intolerab\w{2,5}),?(?: \w{1,12}){0,3}(?: \([^)\n]{0,120}\))? (?:to|of|for|with|from|against|on)\b[^.;\n]{0,180}/gi,
	/\b(?:drugs?|medications?|iron|opioid|medicine) (?:allerg(?:y|ies)|intolerance|hypersensitivity|reactions?|eruption|rash)\b/gi,
	new RegExp(
		`(?:\\b${list}s?[\\s,/()-]{1,3}){0,8}\\b(?:abus(?:e|es|ed|ers?|ing)|misus\\w{1,3}|dependen(?:cy|ce|cies|t)|addict\\w{0,5}|use[- ]disorders?|alcoholism|alcoholics?)\\b(?: history)?(?: (?:of|on|to|including|from|for) [^.;\\n]{0,120}| ?\\([^)\\n]{0,120}\\))?`,
		'gi'
	),
	new RegExp(
		`\\b(?:investigational|experimental|study|trial|test|unapproved|unlicensed|non-?approved|blinded|assigned|double-blind)(?:[- ](?:medicinal|new|study|research|drug|medication)){0,3}[- ]${ofDrug}(?: or (?:device|placebo)| ?/ ?(?:device|placebo))?\\b(?: ?\\([^)\\n]{0,120}\\))?`,
		'gi'
	),
	/\b(?:study|trial)[- ](?:drug|medication|treatment)s?\b/gi,
	/\b(?:drug|medication|medicine) (?:study|studies|trials?|screen\w{0,4}|test(?:s|ing)?|absorption|metabolism|interactions?|levels?|holiday|error|adherence|compliance|history|histories|list|use disorder|toxicity|seeking|rehabilitation|abuse|testing|titration|dispensing|administration|company|labels?|accountability)\b/gi,
	/\bnon-?(?:pharmac|drug|medic)\w{0,11} (?:treatments?|therap(?:y|ies)|interventions?)(?: (?:for|of) [\w ]{0,30})?/gi,
	/\b(?:urine|urinary|serum|blood|saliva|breath) (?:drug|toxicology|alcohol)\b/gi,
	/\b(?:positive|negative) (?:\w{1,12} ){0,5}(?:for|drug|of)\b[^.;\n]{0,150}/gi,
	/\b(?:(?:illicit|illegal|recreational|street) (?:or \w{3,12} )?(?:drugs?|substances?)|(?:drugs|substances) of abuse|drug use)\b/gi,
	/\b(?:iron|ferritin|vitamin ?\w{0,4}|magnesium|folate|folic acid|hormone|insulin|calcium|growth hormone|thyroid hormone|dopamine|dopaminergic|testosterone|estrogen|progesterone|estradiol|cortisol|opioid|alpha-2-delta)[- ](?:deficien\w{1,4}|insufficien\w{1,3}|overload\w{0,3}|status|stores?|storage|levels?|saturation|binding|metabolism|panel|parameters?|ind(?:ices|ex)|profile|homeostasis|content|concentrations?|depletion|depleted|resistan\w{1,3}|sensitiv\w{1,4}|receptors?|dependent|transport\w{0,3}|system|dysfunction|dysregulation|neurons?|activity|function|transmission|tests?|replete|absorption|accumulation|measure\w{0,5}|values?|disorders?|loss(?:es)?)\b/gi,
	/\b(?:serum|plasma|brain|total|body|tissue|low|high|elevated|free|normal|endogenous) (?:iron|ferritin|vitamin ?\w{0,3}|magnesium|folate|testosterone|estradiol|insulin|calcium|hormones?)\b/gi,
	/\b[\w/-]{2,30}(?:-(?:related|associated|treated|emergent|evoked)|[- ](?:induced|refractory|resistant|dependent|responsive))\b/gi,
	/\binsulin (?:antibod\w{1,3}|pumps?|secretion|clamp)\b|\b\w{3,20} (?:sensitivity|allergy|intolerance)\b/gi,
	/\b\w{3,20} (?:akathisia|parkinsonism|dyskinesias?|malignant|poisoning|overdose|toxicity)\b/gi,
	/\b(?:participat\w{2,5}|enroll?(?:ed|ment)|involve(?:d|ment)|tak(?:e|en|ing) part)\b[^.;\n]{0,40}\b(?:trials?|study|studies|research|protocols?)\b/gi,
	/\b(?:secondary|due|attribut\w{2,5}|owing) to\b(?:\((?![^()\n]{0,120}\b(?:taking|using|receiving|treated)\b)[^()\n]{0,120}\)|[^.;()\n]){0,300}/gi,
	/\b(?:(?:caused|induced|provoked|triggered|explained|worsened) by|(?:syndrome|RLS|restless legs|symptoms?|akathisia|disorders?|diseases?) (?:that (?:is|are) )?associated with)\b(?:\((?![^()\n]{0,120}\b(?:taking|using|receiving|treated)\b)[^()\n]{0,120}\)|[^.;()\n]){0,300}/gi,
	/\bin the absence of\b[^.;,\n]{0,60}/gi,
	/\bwould\b[^.;\n]{0,80}\bif\b[^.;\n]{0,80}/gi,
	/\b(?:iron|metal) (?:in|from) (?:the |a )?(?:\w{3,9} )?(?:tissues?|body|brain|blood|eyes?|organs?)\b/gi,
	/\b(?:absorption|metabolism|excretion|elimination|clearance|distribution) of (?:\w{2,12} ){0,3}(?:drugs?|medications?|medicines?|supplements?)\b/gi,
	/\bnon-?(?:compliance|adherence|compliant|adherent)\b[^.;\n]{0,100}/gi,
	/\b(?:because of|result(?:s|ing)? from|effects? of|causes? of)\b[^.;,\n]{0,100}/gi,
	/\b(?:fail(?:ed|ure|s|ing|ures)?|non-?respon\w{2,7}|unrespons\w{2,9}|refractory|resistan(?:t|ce)|unsuccessful(?:ly)?|(?:inadequate|insufficient|lack of|poor|no|partial|good|positive|prior|initial|satisfactory|unsatisfactory) (?:clinical |therapeutic )?(?:response|benefit|relief|improvement|efficacy)|respon(?:d|ds|ded|se|ses|sive|ders?)|augmentation|rebound|(?:dis)?satisf\w{2,8}|ineffective(?:ly)?)(?: [\w-]{1,14}){0,4} (?:to|of|with|on|from|under|using|by|despite|after|during|for|while)\b[^.;\n]{0,150}/gi,
	/\bwithdrawal (?:symptoms?|signs?|syndromes?|effects?|seizures?)\b(?: (?:of|from|to|after) [^.;,\n]{0,60})?|\b\w{3,12} withdrawal\b/gi,
	/\b(?:unstable|stable) (?:angina|medical\w{0,2}|psychiatric|diseases?|conditions?|clinical\w{0,2}|cardi\w{2,8}|blood|hypert\w{2,8}|renal|health|general|coronary|weight|sleep|symptoms?|illness\w{0,2}|CPAP|continuous|neurolog\w{2,4}|liver|partner|residence|housing|glyc\w{2,5}|mood|diabetes|schedule)\b/gi,
	/\b(?:medically|clinically|neurologically|psychiatrically|hemodynamically) (?:un)?stable\b/gi,
	/\bcontraceptives?\b[^.;\n]{0,60}/gi
];

/** The text with all that names a medicine and rules on nothing blotted out; offsets stay. */
export function withoutBeside(text: string): string {
	return beside.reduce((left, pattern) => left.replace(pattern, blot), text);
}

/** Signs of the same length, which no pattern takes for words. */
export function blot(piece: string): string {
	return '#'.repeat(piece.length);
}
