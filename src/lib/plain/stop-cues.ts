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
	stop: /\b(?:discontinu(?:e|ed|ing|ation)|stop(?:s|ped|ping)?|wash(?:ed|ing)?[- ]?outs?|taper(?:ed|ing)?|wean(?:ed|ing)?|ceas(?:e|ed|ing)|withdrawn|withdraw(?:al)? (?:of|from)|withhold|withheld|come off|go off|be off|been off|off (?:all |any |their |of )|free (?:of|from|for (?=\d|at|a\b|one|two|three|four))|(?:medication|drug|medicine|treatment)[- ]free|half[- ]?li(?:fe|ves)|go without)\b|^off\b/i,
	refrain: /\b(?:refrain\w{0,3}|abstain\w{0,3}|abstinen\w{2}|avoid\w{0,3}|forgo)\b/i,
	use: /\b(?:us(?:e|es|ed|ing|age|ers?)|tak(?:e|es|en|ing)|took|intake|receiv(?:e|es|ed|ing)|treated|treatments?|therap(?:y|ies)|administration|ingestion|consum\w{2,6}|prescribed|concomitant(?:ly)?|concurrent(?:ly)?|current(?:ly)?|on|exposure|exposed|requir(?:e|es|ing|ed)|need(?:s|ing)?|chronic|regular|daily|medicated|initiated|history of|infusions?|injections?|supplementation)\b/i,
	stable:
		/\b(?:stable|stabili[sz]ed|unchanged|constant (?:dose|dosage)|steady|same dose|no changes?|(?:not|n’t|n't) (?:be )?chang\w{1,3})\b/i,
	fixed: /\b(?:on|at) (?:an? )?fixed (?:\w{3,12} ){0,3}(?:doses?|dosages?|regimens?)\b/i,
	unstable: /\b(?:unstable|not (?:\w{1,8} ){0,4}stable|cannot (?:\w{1,8} )?remain stable)\b/i,
	change:
		/\b(?:chang(?:e|es|ed|ing)|adjust(?:ed|ment|ments)|alter(?:ed|ation|ations)|modif\w{3,9}|introduction|newly|(?:recently )?(?:started|initiated)|initiation|dose (?:increase|change|adjustment)s?|switch(?:ed|ing)?)\b/i,
	allow:
		/\b(?:allow(?:s|ed|able)?|permit(?:s|ted)?|permissible|acceptable|may (?:continue|take|use|remain|receive|be (?:taken|used|continued|enrolled|included))|can (?:continue|take|use|remain|be (?:taken|used|continued|enrolled|included))|continue (?:to take|to use|taking|using|their|on|with)|will be (?:continued|maintained|included)|not an? exclusion\w{0,3}|not exclu\w{3,8})\b/i,
	forbid:
		/\b(?:not (?:be |currently |been )?(?:allowed|permitted|taken|used|acceptable|taking|using|receiving|received|take|use|receive|treated|currently|had|have|on)|prohibit\w{0,3}|disallowed|forbidden|no (?:other|concomitant|concurrent|current|use|prior|previous|history|regular|chronic|additional|ongoing)|never|(?:receiv(?:e|ed|ing)|tak(?:e|en|ing)|us(?:e|ed|ing)) no(?! (?:more|less|later))|(?:un|non-?)treated|na[iï]ve|absence of|not be (?:on|taking)|(?:are|is|were) not (?:on|taking|using|receiving))\b/i,
	/** The answer lies with somebody else, or in a paper that is not at hand. */
	discretion:
		/\b(?:discretion|case[- ]by[- ]case|as appropriate|if (?:deemed|considered) |discuss(?:ed)? with|consult(?:ed|ing|ation)? (?:the|with)|judged (?:by|to)|(?:opinion|judge?ment) of|(?:per|by|in|according to) (?:the )?(?:study )?protocol|protocol[- ](?:allowed|permitted|specified|prohibited|approved))\b/i,
	/** A limit to the amount: somebody who takes less need not stop. */
	cap: /(?:\b(?:more|greater|higher|less|lower) than|\bexceed\w{0,3}|\b(?:over|above|up to|at least|at most|maximum(?: of)?)|[<>≥≤]=?)(?: or equal to)? ?\\?=? ?(?:\d[\d.,]{0,6}|an?|one|two|three|four)[ -]?(?:mgs?|milligrams?|g|grams?|gm|mcg|µg|μg|IU|I\.U\.|units?|MME|ml|tablets?|pills?|(?:days?|nights?|times|doses) ?(?:per|a|each|\/) ?(?:week|month))\b(?! ?\/ ?(?:d?l|ml)\b)/i,
	/** People who do without it; among the reasons to leave people out this turns the sense around. */
	doWithout:
		/\b(?:(?:do(?:es)?|did|are|is|were|was|have|has|who|patients|subjects|participants) not (?:been |being |currently |yet )?(?:tak(?:e|en|ing)|us(?:e|ed|ing)|receiv(?:e|ed|ing)|treated|on)|^not (?:currently )?(?:taking|using|receiving|treated|on)|never (?:been )?(?:treated|taken|used|received)|na[iï]ve|absence of)\b/i,
	/** What people may happen to do is no permission. */
	mayHappen: /\b(?:who|that)\b[^.;]{0,100}\bmay (?:use|take|receive|need|require)\b/i,
	/** What is plainly allowed, in running text. */
	allowedPlainly:
		/\b(?:(?:is|are|be|were) (?:also )?(?:allowed|permitted)|allowed to (?:continue|take|use|remain)|may (?:continue|remain|be continued)|permitted to (?:continue|take|use)|not an? exclusion|can (?:continue|remain)|will (?:continue|remain|be maintained) (?:to take|taking|on|their|with))\b/i,
	aim: /\b(?:purposes?|aims?|objectives?|hypothes\w{2,4}|whether|evaluate|compare[sd]?|superior|endpoints?|outcomes?)\b/i,
	/** Tells that a stop lies before the study and is of other medicines than those given in it. */
	ahead:
		/\b(?:before|prior|wash(?:ed|ing)?[- ]?out|screening|baseline|RLS|current(?:ly)?|other|previous(?:ly)?|their|these|any|all|concomitant)\b/i,
	mustNot: /\b(?:must|should|shall|may|can|will) not\b|^no\b/i,
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
		/\b(?:\w{3,20}(?:pathy|pathies|itis)|glaucoma|disorders?|diseases?|syndromes?|diabetes|hypertension|infections?|seizures?|epilepsy|an[a]?emia|asthma|illness(?:es)?|conditions?|cancers?|malignanc\w{1,4}|tumou?rs?|depression|psychosis|neuropath\w{1,3}|arrhythmias?|angina|failure|infarction|stroke|surger(?:y|ies)|hospitali[sz]\w{2,6}|transfusions?|donat\w{2,4}|symptoms?|blood pressure|pain|RLS|bleeding)\b/i
} as const;

/** An illness that is told by its treatment ("diabetes that needs insulin") says who is ill, not what to take. */
export const illnessByTreatment =
	/\b(?:\w{3,20}(?:pathy|pathies|itis)|glaucoma|disorders?|diseases?|syndromes?|diabetes|diabetics?|hypertension|infections?|seizures?|epilepsy|an[a]?emia|asthma|illness(?:es)?|conditions?|depression|psychosis|arrhythmias?|angina|failure|infarction|hypotension|thyroid\w{0,4}|hypothyroidism|surger(?:y|ies)|allergies|migraines?|headaches?|symptoms?|pain|insomnia|hypertensive|hypertensives|psychiatric|depressive|bleeding|blood pressure)\b[^.;:]{0,70}\b(?:requir(?:e|es|ing|ed)|need(?:s|ing)?|treated|controlled|managed|despite|under treatment|evident by|as indicated by|currently being treated|refractory)\b/i;

/** A rule on other trials; it counts only where it names a medicine. */
export const aboutTrials =
	/\b(?:investigational|experimental|unapproved|unlicensed|non-registered|(?<!\b(?:during|throughout|course of|duration of) (?:the|this|our) )(?:clinical|another|other|drug|research) (?:drug )?(?:trials?|stud(?:y|ies))|enrol\w{0,4} (?:in|into))\b/i;

/** A passage that explains a word, or says for whom a medicine is wrong, is no rule. */
export const explains =
	/\b(?:(?:is|are) defined as|is characteri[sz]ed|describes)\b|, (?:as )?defined (?:as|by)\b|; as defined by\b|\b(?:is|are|be|whom|medically|for whom) contra-?indicated\b|\bcontra-?indicated (?:in|for)\b/i;

/** A line above a list that says that something follows, and leaves it to the items to say what. */
export const opensList =
	/\b(?:following|these|below)\b[^:]{0,30}\b(?:characteristics|criteria|conditions|reasons|requirements)\b[^:]{0,40}:$|\bas follows:$/i;

/** The same where one of the items is enough, so that no item binds anyone by itself. */
export const opensChoice =
	/\b(?:any|either|one|at least \w{3,5})(?: or more)? of (?:the following|these|the below)\b[^:]{0,30}\b(?:criteria|conditions|characteristics|requirements)\b/i;

/** The same with no word on what the items are. */
export const opensAnyChoice =
	/\b(?:any|either|one|at least \w{3,5})(?: or more)? of (?:the following|these|the below)[^:\w]{0,4}:$/i;

/** A passage with such a word is about pregnancy and birth control, whatever else it names. */
export const aboutContraception =
	/\b(?:contracepti\w{2,4}|birth control|child-?bearing|childbearing|post-?menopausal|intrauterine|surgically sterile|vasectom\w{1,4}|pregnancy test)\b/i;
