import type { SaidId } from './self-check-answers.ts';

/** What a question on health is about, and the words for it. */
export interface Topic {
	id: SaidId;
	/** "This rule keeps people out for …" */
	name: string;
	/** Names that are the thing itself. */
	sure: RegExp;
	/** Wider names that may cover it: the sentence is only to be read. */
	loose?: RegExp;
	/** Longer names that are something else, or more than the thing: only to be read. */
	other?: RegExp;
	/** A "no" says nothing on these: other questions than ours. */
	more?: RegExp;
	/** A "yes" is within these wider names, a "no" says nothing on them. */
	wider?: RegExp;
	/** The question asks for any time in life, so "history of" does not matter. */
	ever?: true;
}

export const topics: readonly Topic[] = [
	{
		id: 'pregnancy',
		name: 'pregnancy',
		sure: /\bpregnan\w*|\bgestation(?:al)? (?:age|weeks?)|\bweeks? of gestation|\btrimester/gi,
		loose:
			/child-?\s?bearing|contracept\w*|birth control|breast-?\s?feed\w*|lactati(?:ng|on)\b|\bnursing\b/gi,
		other:
			/multiple pregnan|pregnancy complication|complications? (?:of|during|in) (?:the )?pregnan|termination of|partners?[^.;]{0,30}pregnan|pregnant partner|high[- ]risk pregnan|pregnan\w+ at risk|risk (?:for|of) pregnan|history of|previous pregnan/i,
		more: /child-?\s?bearing|contracept|wish|plan|inten[dt]|become|becoming|attempt|trying|within|past|months? (?:after|post)|test/i
	},
	{
		id: 'dialysis',
		name: 'dialysis',
		sure: /\bdialy[sz]\w*|\bha?emodialy[sz]\w*/gi,
		wider:
			/\b(?:kidney|renal) (?:failure|disease|insufficiency|impairment|dysfunction|replacement)|\bend[- ]stage (?:renal|kidney)\b|\bESRD\b|\bESKD\b|\bur[a]?emi[ac]\b|\bCKD\b/gi,
		loose: /\bkidneys?\b|\brenal\b|creatinine|\bGFR\b|\beGFR\b/gi,
		other:
			/peritoneal|acute (?:kidney|renal)|transplant|(?:kidney|renal) (?:stones?|calculi)|dialysate/i
	},
	{
		id: 'iron-deficiency',
		name: 'low iron',
		sure: /\biron[- ]deficien\w*|\blow (?:serum )?(?:ferritin|iron)\b|\bdepleted iron|\biron depletion/gi,
		loose: /\bferritin\b|\bana?emi[ac]\b/gi,
		other: /without (?:iron|ana?emi)|brain iron/i
	},
	{
		id: 'diabetes',
		name: 'diabetes',
		sure: /\bdiabet\w*|\bT[12]DM\b/gi,
		other:
			/diabetic (?:poly|peripheral |sensory |painful )?\s?neuropath|diabetes insipidus|gestational diabet|pre-?diabet/i
	},
	{
		id: 'neuropathy',
		name: 'nerve damage',
		sure: /\b(?:poly)?neuropath(?:y|ies)\b|\bnerve damage\b/gi,
		loose:
			/\bneuropathic\b|\bradiculopath\w*|\bneurologic(?:al)? (?:disease|disorder|illness|condition)s?\b|\bnerve (?:entrapment|injur\w+)/gi,
		other: /optic neuropath|autonomic neuropath/i
	},
	{
		id: 'parkinson',
		name: 'Parkinson’s disease',
		sure: /\bparkinson\w*/gi,
		loose:
			/\bmovement disorders?|\bneuro-?degenerative|\bneurologic(?:al)? (?:disease|disorder|illness|condition)s?\b|\bcentral nervous system (?:disease|disorder)s?|\bCNS diseases?/gi,
		other: /anti-?\s?parkinson|parkinson\S* (?:drug|medic|therap)|atypical parkinson|parkinsonism/i
	},
	{
		id: 'sleep-apnea',
		name: 'sleep apnea',
		sure: /\bsleep apn(?:o)?ea|\bOSAS?\b|\bOSAHS\b|\bsleep[- ]disordered breathing|\bbreathing[- ]related sleep/gi,
		loose: /\bsleep(?:ing)? (?:disorder|disturbance|problem)s?|\bapn(?:o)?ea\b|\bCPAP\b/gi,
		more: /adequately|untreated|not treated/i
	},
	{
		id: 'augmentation',
		name: 'augmentation',
		sure: /\baugment(?:ation|ed)\b/gi,
		other: /augmentation (?:therapy|strategy|of (?:the )?(?:dose|treatment))|breast/i,
		ever: true
	},
	{
		id: 'mri',
		name: 'something that rules out an MRI scan',
		sure: /\bpacemakers?|\bclaustrophobi\w*|\b(?:metal(?:lic)?|ferromagnetic) (?:implants?|objects?|fragments?|device|in\b)|\bimplant(?:s|ed|able)\b[^.;]{0,40}(?:device|metal|stimulator|defibrillator|pump)|\b(?:contraindicat\w+|unable|inability|not (?:be )?(?:possible|able))\b[^.;]{0,50}(?:\bMRI\b|magnetic resonance)|(?:\bMRI\b|magnetic resonance)[^.;]{0,40}(?:contraindicat\w+|not possible|incompatib\w+|unsafe)|forbids? MRI|\bMRI[- ](?:incompatible|contraindications?)/gi,
		loose: /\bMRI\b|magnetic resonance|\bmetal(?:lic)?\b/gi,
		other: /abnormal MRI|MRI (?:findings?|abnormal)|dental/i,
		ever: true
	}
];
