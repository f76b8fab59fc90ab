/*
 * Words that tell whether a passage is about what is done with people in this study, and what else it
 * may be about. Each pattern is bounded: it looks at a few words, in one passage.
 */
import { any } from './burden-cues.ts';

const night = 'night (?:\\d|one|two)|(?:first|second) night';
const test =
	'\\b(?:PSGs?|polysomno\\w{3,9}|sleep (?:study|studies|recordings?)|MRI|CT|PET|scans?|X-?rays?|ultrasound|blood (?:tests?|samples?|draws?))\\b';

/** A sentence of what is known already, or of what a number means, asks nothing of anyone. */
export const background =
	/\b(?:(?:such|these) patients|was demonstrated|often shows?|mechanism|previous(?:ly)? (?:stud|trial|report|work|publish|perform|conduct|shown)\w{0,5}|(?:has|have|was|were) (?:also |previously |recently |not )?(?:been )?(?:shown|reported|found|claimed|suggested|proposed|demonstrated|associated|linked|described|identified|proven|led)|has previously|studies (?:have|show|suggest|indicate|report|using|demonstrate)\w{0,5}|stud(?:y|ies) (?:of|by|in) (?:\w{3,15} ){0,4}(?:showed|found|suggested|demonstrated|reported|revealed)|(?:until now|so far|to date),? (?:there (?:is|are|were) )?no|et al|literature|prevalence|estimated (?:that|to)|meta-analys[ei]s|systematic review|published|is (?:known|believed|thought|considered|commonly|widely|often|typically|usually|generally|recommended|approved)|are (?:known|believed|thought|considered|commonly|widely|often|typically|usually|generally|recommended|approved)|recommend(?:s|ed)?|guidelines?|in (?:animals?|mice|rats|rodents)|p ?[<=] ?0?\.\d|confidence interval|sample size|statistic\w{0,5}|power (?:analysis|calculation|of)|per year|annual(?:ly)?|null hypothesis|pilot (?:data|study showed)|years? ago|\(\d{1,2}[-,–]\d{1,2}\)|\[\d{1,2}\])/i;

/** Tells of what is done in this study; without it a sentence may be about anything. */
export const doing =
	/\b(?:will|shall|must|should|were|was|participants?|subjects?|volunteers?|this (?:study|trial)|the (?:study|trial)|(?:a|an|single|multi)[- ](?:[\w-]{2,20},? ){0,6}(?:study|trial)|randomi[sz]ed|undergo\w{0,3}|patients (?:are|who|receive|undergo|enter|take|visit|come|complete)|phase [1-4]:?|phase I{1,3}V?|(?:study|trial) (?:design|period|duration|length)|double[- ]blind\w{0,3}|visit \d|group [A-D1-4]|period)\b/i;

/** In the criteria only what people must be ready for is asked of them. */
export const ready =
	/\b(?:will(?:ing|ingness)|able|ability|agrees?|commit\w{0,6}|available|availability|consent(?:s|ing)? to|accept\w{0,4}|must (?:be able|attend|come|live|agree)|live within|living within|commuting|unable|unwilling|inability|cannot (?:attend|come|travel))\b/i;

/**
 * A criterion that rests on a thing which the study does: "15 or more on the screening PSG", "abnormal
 * MRI at baseline". A test of former days has none of these words.
 */
export const doneHere = any(
	`\\b(?:screening|baseline|study|run-in|single-blind|first|second|${night}) (?:\\w{3,12} )?${test}`,
	`${test}[^.;]{0,30}\\b(?:at (?:the )?(?:baseline|screening)|(?:assessment )?visits?|recorded (?:during|on|at)|${night})\\b`,
	`^(?:at|on|during) (?:the )?(?:baseline|screening|run-in)\\b[^.;]{0,120}${test}`,
	'\\b(?:might|may|will|could) (?:be (?:treated|given|assigned|randomi[sz]ed)|receive|get)\\b[^.;]{0,40}\\bplacebo',
	'\\b(?:placebo run[- ]?in|run[- ]?in placebo)\\b'
);

/** Marks a time by a visit or needle that is told of elsewhere: "at the baseline visit". */
export const timeMarks = new RegExp(
	`(?:(?<!\\b(?:the|these) )\\b(?:at|after|following|before|until|since|from|during|on|prior to|between) (?:the |all |any )?(?:(?:first|last|final|initial|second|third|baseline|screening|study|clinic|randomi[sz]ation|previous|next|and|or)[ /]){1,4}(?:infusions?|injections?|visits?)|\\b(?:each|every) (?:\\w{3,9} )?visit|\\bto and from (?:the )?(?:\\w{3,9} )?visits?)\\b(?![^.;]{0,60}(?:weeks?|days?|months?) ?\\d|[^.;]{0,40}\\d ?(?:weeks?|days?|months?))`,
	'gi'
);

/** Visits that are counted or belong to other care. */
export const notVisits =
	/\b(?:number of (?:\w{3,12} ){0,3}visits|emergency|health ?care utili[sz]ation|visits to (?:the )?(?:doctor|physician)s?|dialysis (?:sessions? )?(?:\w{2,8} ){0,2}(?:a|per) week)\b/i;

/** People who leave early, or a part of the study itself. */
export const notAfter = /\b(?:do(?:es)? not complete|withdraw\w{0,4}|prematurely)\b/i;

/** Among the rules for joining, these say no more than that one keeps to the plan. */
export const notReady =
	/\b(?:unable to (?:\w{3,10} )?(?:record|complete|understand|read|fill)|contracepti\w{2,4}|comply|compliance|complian\w|adhere\w{0,4}|protocol|within the (?:last|past|previous)|diagnos\w{2,4}|informed consent|CPAP)\b/i;

/** Sound as a treatment, or a picture that only guides a needle. */
export const notScans =
	/\bultraso\w{2,4}[- ](?:group|therap\w{1,4}|guid\w{2,4}|treatment|frequency|gel|TENS)\b|\btherapeutic ultrasound\b|\bMHz\b|\bfrom their (?:\w{3,9} ){0,2}(?:physicians?|doctors?|providers?)\b|\bPfirrmann\b|\bdiagnos\w{2,4}\b[^.;]{0,60}\b(?:by|with|on|via|using) (?:magnetic|MRI|CT|X-?ray|ultraso)/i;

/** What tells a time that is not that of taking part. */
export const notLength =
	/\b(?:recruit\w{0,5}|enroll?(?:ed|ment) (?:over|during|period)|prior to|before (?:the )?(?:study|baseline|screening)|discontinu\w{0,5}|history|half-li\w{2,3}|primary (?:outcome|end)|secondary (?:outcome|end)|endpoints?|efficacy (?:variables?|analysis)|change from|changes in|for at least \d+ (?:days|weeks|months|years) (?:before|prior)|preceding|past|in the last|at least \d+ (?:nights|days) (?:per|a|of)|withdraw)\b/i;

/** A placebo that is not given here, or only counted. */
export const notPlacebo =
	/\b(?:mixed with [^.;]{0,40}\bratio|placebo (?:effects?|responses?|responders?|lead-in failures?)|non-?placebo|no placebo|without placebo|without a placebo|we hope|future (?:stud|trial)\w{0,4})\b/i;
