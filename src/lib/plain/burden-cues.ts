/*
 * Words that tell what a study asks of people besides its medicines. Each pattern is bounded: it
 * looks at a few words, in one passage of at most 2,500 characters.
 */
const count =
	'(?:\\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fourteen|sixteen|twenty)';
const long = '(?:days?|nights?|weeks?|wks?|months?|years?)';
const span = `${count}(?:\\.\\d)?(?: ?\\(\\d{1,3}\\))?(?: ?[-–] ?| to | or |[- ])?(?:${count}[- ]?)?(?:consecutive |full )?`;

/** One pattern for any of several, whatever the case. */
export function any(...patterns: string[]): RegExp {
	return new RegExp(patterns.join('|'), 'i');
}

export const visits = any(
	`\\b${count} (?:[\\w-]{2,14} ){0,3}(?:visits|appointments|sessions|follow-ups|occasions)\\b(?! ?(?:/|a|per|each|every)? ?(?:day|daily))`,
	'\\bvisits? (?:the )?(?:clinics?|study (?:site|center|centre)|clinical (?:site|center|centre)|site|hospital|center|centre|laborator\\w{1,3}|investigators?)\\b',
	'\\b(?:return|come|report|travel|go) (?:back )?to (?:the |our )?(?:\\w{3,12} ){0,2}(?:clinics?|hospital|site|lab\\w{0,7}|center|centre|unit)\\b',
	'\\b(?:clinic|study|site|outpatient|office|in-person|on-site|follow-?up|screening|baseline|weekly|monthly|final|home|treatment|hospital|safety|laboratory|research|scheduled|randomi[sz]ation|each|every) visits?\\b',
	`\\b${count} (?:treatment|study|test|testing|assessment|clinic) days\\b`,
	'\\bvisit schedule\\b|\\bvisit (?:\\d{1,2}|one|two|three)\\b[^.;]{0,15}\\b(?:days?|weeks?|months?)\\b|\\b(?:days?|weeks?|months?)\\b[^.;]{0,15}\\bvisit (?:\\d{1,2}|one|two|three)\\b',
	'\\b(?:called|contacted|phoned|telephoned|interviewed)\\b[^.]{0,40}\\b(?:phone|telephone|remotely|at the end|weeks?|days?|monthly|weekly|months?)\\b',
	'\\b(?:daily|weekly|bi-?weekly|monthly) (?:phone |telephone |text )?(?:reminders?|calls?|messages?|check-ins?)\\b',
	'\\bmonitored\\b[^.;]{0,30}\\bby (?:tele)?phone\\b',
	'\\b(?:tests?|assessments?|questionnaires?)\\b[^.;]{0,50}\\bonline at\\b',
	'\\bcomplet(?:e|ed|ing)\\b[^.;]{0,50}\\bquestionnaires?\\b[^.;]{0,60}\\b(?:each|every|daily|weekly|monthly)\\b',
	'\\b(?:telephone|phone|video) (?:contacts?|calls?|visits?|interviews?|follow-?ups?|check)\\b',
	`\\b(?:sessions?|training|program(?:me)?|intervention|appl(?:y|ied)|massage|acupuncture|treatments?|treated)\\b[^.;]{0,140}\\b(?:once|twice|thrice|${count}(?: times| days| sessions)?|times|days) (?:a|per|each|every|in a|/) ?week\\b`,
	// Exercises that people do by themselves at home are no visits.
	`^(?!.*\\b(?:home|(?:asked|instructed|taught|advised|encouraged|how) to)\\b).{0,400}\\bexercises?\\b[^.;]{0,80}\\b(?:once|twice|thrice|${count}(?: times| days| sessions)?|times|days) (?:a|per|each|every|in a|/) ?week\\b`,
	'\\bsessions? ?(?:/|per|a|each|every) ?(?:week|month)\\b',
	'\\b(?:weekly|biweekly|bi-weekly|monthly)(?: [\\w-]{3,15}){0,2} (?:visits?|sessions?|follow-?ups?|appointments?)\\b',
	'\\b(?:keep|complete[ds]?|completing|fill(?:ed)?(?: in| out)?|record(?:ed|ing)?|maintain|instructed|given)\\b[^.;]{0,50}\\b(?:diary|diaries|logs?)\\b'
);

/** Less plain: tests at stated times, which may or may not mean that one comes. */
export const visitsLikely = any(
	'\\bat (?:the )?(?:baseline|screening|weeks?|months?|days?|day)\\b[^.]{0,60}\\b(?:(?:weeks?|months?|days?|visits?) \\d|\\d{1,2}(?:st|nd|rd|th)? (?:weeks?|months?|days?)|end of)',
	`\\bat ${count}(?:,| and) (?:${count}(?:,| and) ){0,4}${count} (?:weeks?|months?|days?)\\b`,
	'\\b(?:sleep|daily|symptom|electronic) (?:diary|diaries|logs?)\\b'
);

export const sleepNights = any(
	'\\bpolysomno\\w{3,9}\\b',
	'\\bP\\.?SGs?\\b',
	'\\bsleep (?:lab\\w{0,9}(?! (?:trial|study))|studies|study(?! group)|center (?:for|to)|recording|clinic overnight)\\b',
	'\\bovernight (?:stays?|sleep|stud(?:y|ies)|polysom|recordings?|PSG|visits?|monitoring|in the|at the|assessment)',
	`\\b${count} (?:consecutive |full |separate )?nights? (?:of|in|at)\\b(?! (?:the |a )?(?:past|last|previous|prior|preceding|week|month|restless|poor|RLS|symptoms?|(?:[\\w-]{3,14} ){0,4}(?:placebo|treatment|dosing|medication)))`,
	'\\bnights? in (?:the |a |our )(?!past|last|previous|prior|preceding|week|month|year)',
	'\\bmultiple sleep latency\\b|\\bmaintenance of wakefulness\\b|\\bMSLT\\b'
);

export const infusions = any(
	'\\b(?:infus(?:ion|ions|ed)|inject(?:ion|ions|ed)|intravenous(?:ly)?|subcutaneous(?:ly)?|intramuscular(?:ly)?|venipunctures?|phlebotom(?:y|ies))\\b',
	'\\bblood (?:\\w{3,12} ){0,2}(?:samples?|draws?|drawn|tests?|sampling|collection|work|taken|collected|withdrawn|specimens?)\\b',
	'\\b(?:serum|plasma|blood)(?: \\w{3,12}){0,4} (?:samples?|samplings?|specimens?)\\b',
	'\\b(?:lumbar|spinal|cerebrospinal)(?: fluid)? (?:punctures?|taps?|collection|samples?)\\b',
	'\\b(?:IV|I\\.V\\.|i\\.v\\.|IM|SC)(?: \\w{2,12}){0,3} (?:iron|push|infusion|dose|bolus|drip|placebo|catheter|line|administration|saline)\\b|\\biv\\.? iron\\b',
	'\\b(?:acupuncture|needles?|needling)\\b',
	'\\b(?:botulinum|botox)\\b[^.]{0,40}\\b(?:units?|U)\\b'
);

export const scans = any(
	'\\bf?MRI\\b|\\bMR (?:imaging|scans?|spectroscopy)\\b|\\bmagnetic resonance\\b',
	'\\bPET\\b|\\bSPECT\\b|\\bpositron\\b|\\b(?:brain|bone|head|liver|neuro) ?(?:scans?|imaging)\\b',
	'\\bCT\\b(?! ?\\d)[^.]{0,25}\\b(?:scans?|imaging)\\b|\\bcomputed tomograph\\w{1,3}\\b',
	'\\bX-?rays?\\b|\\bradiographs?\\b|\\bultraso(?:und|nography|nographic)\\w{0,3}\\b|\\bsonograph\\w{1,4}\\b|\\bDE?XA\\b|\\bechocardiogra\\w{2,4}\\b|\\bdoppler\\b|\\bneuroimaging\\b'
);

const amountOfTime = `${span}${long}`;
const about =
	'(?:up to |at least |approximately |about |around |a (?:total |maximum )?(?:period|course|minimum|total|duration) of (?:up to |approximately )?|the (?:first|next|last) |a (?:further )?|the course of |another )?';

export const length = any(
	`\\b(?:duration|length|study period|treatment period|participation|interval)\\b[^.;]{0,80}?\\b${amountOfTime}\\b`,
	`\\b${amountOfTime}(?:, |[- ])(?:(?!after|before|prior|following|from|post|until|the |and )[\\w-]{3,20} |\\([a-z-]{1,6}\\) ){0,3}(?:treatment|periods?|phases?|study|trial|extension|follow-?up|run-?in|wash-?out|titration|maintenance|taper|intervention|program(?:me)?|course|open-label|therapy|regimen|assessment phase)\\b`,
	`\\bfollow(?:ed)?[- ]?(?:up)?\\b[^.;]{0,50}\\b(?:for|over|during|until) ${about}${amountOfTime}\\b`,
	`\\b(?:treat(?:ed|ment)?|receiv\\w{1,3}|given|tak(?:e|en|ing)|us(?:e|ed|ing)|wear(?:ing)?|worn|appl(?:y|ied)|administered|undergo|assigned|randomi[sz]ed|groups?|continu\\w{1,3}|maintained|exercise|training|sessions?|complete|placebo|daily|dose[ds]?|weekly|a week|per week|/week|at night|mg|monitor(?:ed|ing)|evaluated|stud(?:y|ied)|lasts?|lasting|visits?|tests?|sessions?)\\b[^.;]{0,120}\\b(?:for|over|during|lasts?|lasting) ${about}${amountOfTime}\\b`,
	'\\bdays? \\d{1,3} ?(?:-|–|to|through) ?(?:day )?\\d{2,3}\\b',
	`\\b(?:last|lasts|lasting|take[s]?|run[s]?) ${about}${amountOfTime}\\b`,
	`\\b${amountOfTime} (?:of|under) (?:\\w{3,15} )?(?:treatment|therapy|placebo|active|follow-?up|double|open|intervention|exercise|training|monitoring|dosing|titration|run-in|wash-?out|use)\\b`,
	`\\b(?:after|following) (?:a |the )?${amountOfTime}[- ](?:of )?(?:wash-?out|run-in|screening)\\b`
);

const ratio = '\\d ?: ?\\d(?: ?: ?\\d){0,4}';

export const placebo = any(
	'\\b(?:placebo|sham)(?:-| )(?:controll?ed|control|groups?|arms?|run-?in|comparator|treatment|patch(?:es)?|tablets?|capsules?|pills?|infusions?|injections?|device|stimulation|CPAP|[a-z]{3,12} (?:group|device|stimulation))\\b',
	'\\b(?:receiv\\w{1,3}|given|get|take|treated|assign\\w{0,5}|allocat\\w{2,4}|random\\w{2,9}|matching|matched|identical|similar-appearing|dosed|administered|wear|either|single-blind|drug|mg|groups?)\\b[^.;]{0,160}\\b(?:placebos?|sham)\\b',
	'\\b(?:placebos?|sham)\\b[^.;]{0,80}\\b(?:will be|was|were|is) (?:given|used|administered|applied|received|dispensed|provided)\\b',
	'\\b(?:\\d{2}[-/ :]\\d{2} chance|(?:equal|even|same) chance|chance of (?:being|getting|receiving))\\b',
	'\\bplacebo run[- ]?in\\b|\\brun[- ]?in placebo\\b',
	`\\b${ratio}\\b[^.;]{0,60}\\b(?:ratio|random|allocat|fashion|assign)`,
	`\\b(?:random|ratio|allocat|assign)\\w{0,7}\\b[^.;]{0,80}\\b${ratio}\\b`
);

/** Says by itself that one group gets a placebo, with no word on who does what. */
export const versusPlacebo =
	/\b(?:compar\w{2,6}|superior\w{0,3}|versus|vs\.?|against|relative)\b[^.;]{0,70}\bplacebos?\b/i;

/** Less plain: "compared with placebo" as the aim. */
export const placeboLikely = any('\\b(?:placebos?|sham)\\b');

export const after = any(
	'\\b(?:eligible|opportunity|option|offered|invited|able|permitted|allowed|may|can|choose|will (?:then )?(?:be )?(?:given|receive|have|get|enter|roll)|access)\\b[^.]{0,90}\\b(?:extension|open[- ]label (?:study|trial|treatment|extension|phase)|roll[- ]?over|(?:continue|continuing)\\b[^.]{0,40}\\b(?:after|treatment|in (?:a|an|the))|after (?:they|the|study|completion|completing)[^.]{0,40}\\b(?:complet\\w{1,5}|end|study|trial|conclu\\w{3,5}))\\b',
	'\\b(?:after|following|upon|at) (?:the )?(?:study |trial )?(?:completion|end|conclusion|complet\\w{1,5}) (?:of )?(?:the |this )?(?:study|trial|participation|research)\\b[^.]{0,120}\\b(?:offered|treat\\w{0,5}|receive|given|continue|access|option|care|provided|available)\\b',
	'\\b(?:who|that|subjects|patients|participants)\\b[^.]{0,20}\\bcomplet(?:e|ed|ing)\\b(?! (?:the )?(?:screening|baseline|run-in))[^.]{0,80}\\b(?:extension|open[- ]label|eligible (?:for|to)|offered|option|enter (?:an?|the) (?:open|ext))\\b',
	'\\bpost[- ]?(?:study|trial) (?:access|treatment|care|follow-?up)\\b',
	'\\b(?:discontinued from|leave|left|end of|completion of) (?:the |this )?(?:study|trial)\\b[^.;]{0,40}\\b(?:treated|cared for|referred|returned? to)\\b',
	'\\b(?:placebo|control|sham|waiting list|wait-?list)(?: \\w{3,12}){0,3} (?:group|patients|participants|subjects|arm)?\\b[^.]{0,60}\\b(?:will (?:then |also |subsequently )?(?:be (?:offered|given)|have the option)|offered)\\b[^.]{0,80}\\b(?:after|end of|complet\\w{1,5})\\b'
);

export const pay = any(
	'\\breimburs\\w{2,6}\\b',
	'(?<!de|de-)\\bcompensat(?:ed|ion) (?:for|of|will|is|\\$)|\\b(?:be|are|monetary|financial|receive|receiving) (?:\\w{3,12} )?compensat(?:ed|ion)\\b',
	'\\b(?:paid|payment|stipend|gift (?:card|certificate)|vouchers?|honorari\\w{1,3}|remunerat\\w{2,4})\\b',
	'\\b(?:travel|transport\\w{0,6}|parking|mileage)\\b[^.]{0,30}\\b(?:costs?|expens\\w{2,3}|paid|reimburs\\w{2,5}|provided|covered|allowance)\\b',
	'\\b(?:free of charge|at no (?:cost|charge|expense)|free of cost|no cost to|costs? (?:of|for) (?:the )?(?:study|participa\\w{2,5}|travel|treatment will))\\b'
);
