import { namesOf } from './agent.ts';

/** Words that say how to take the words around them. */
export interface Cue {
	kind: CueKind;
	names: readonly string[];
}

export type CueKind =
	| 'aim' // a sentence that says what the study asks
	| 'plan' // the same, less plainly
	| 'act' // a sentence that says what people are given or do
	| 'not-aim' // background and secondary matters
	| 'secondary'
	| 'example' // "such as": a list of examples
	| 'negation'
	| 'leave-out' // people are left out for it
	| 'washout'
	| 'rescue'
	| 'stable'
	| 'allowed'
	| 'earlier' // tried before, failed, never had
	| 'treated' // people who take it anyway
	| 'induced' // blames what stands before it ("drug-induced")
	| 'blames' // blames what stands near it
	| 'onset' // a beginning: "began", "new", "incidence"
	| 'exposure' // "after", "users of"
	| 'change' // stopping, lowering, switching
	| 'for' // meant as a treatment
	| 'minimum'
	| 'maximum'
	| 'placebo'
	| 'usual-care'
	| 'rest' // words of the diagnostic criteria
	| 'check' // a pregnancy test, contraception: no one is picked by it
	| 'versus';

function cue(kind: CueKind, names: string): Cue {
	return { kind, names: namesOf(names) };
}

export const cues: readonly Cue[] = [
	cue(
		'aim',
		'aim; aimed; aims to; the objective; primary objective; main objective; ' +
			'study objective; specific objective; ' +
			'additional objective; overall objective; objective of; objective is; ' +
			'objectives are; objective to; purpose; goal; ' +
			'hypothesis; hypotheses; hypothesize; hypothesized; propose; proposed study; ' +
			'research question; main question; ' +
			'primary endpoint; seek to; seeks to; working hypothesis; co-primary endpoint; ' +
			'key objective'
	),
	cue(
		'plan',
		'this study; this trial; this project; this research; current study; ' +
			'present study; the study; to determine; to evaluate; ' +
			'to assess; to investigate; to examine; to compare; to test; to demonstrate; ' +
			'to learn; to find out; to study; will test; ' +
			'will evaluate; will assess; will examine; will investigate; will compare; ' +
			'will determine; will study; designed to; ' +
			'planned as; was planned; to explore; to identify; to characterize; ' +
			'to establish; to understand; to see; comparing; ' +
			'would like to assess; plans to; to treat; to improve understanding; ' +
			'an exploratory; study to; to monitor; study was; ' +
			'study is; trial is; trial was; clinical trial; to analyze; to observe; ' +
			'conducted to; conducted for; this registry; this survey; we compare; we test; ' +
			'we ask; we study; we measure; we examine; compares; tests whether; tests if; ' +
			'asks whether; asks if; examines; evaluates; investigates; assesses; explores; ' +
			'looks at; are compared; is compared; are recorded; are interviewed; ' +
			'learn whether; assessing; evaluating; investigating; examining; determining; ' +
			'open-label; double-blind; single-arm; parallel-group; crossover; multicenter; ' +
			'feasibility study; pilot study; prospective study; cohort study; ' +
			'cross-sectional; may improve; could improve; may reduce; could reduce; ' +
			'may relieve; in order to; so as to'
	),
	cue(
		'act',
		'will be randomized; randomly assigned; will receive; to receive; randomized to; ' +
			'assigned to; we will; investigators will; ' +
			'will be given; will be treated; will be applied; divided into; ' +
			'will be conducted; received; were randomized; administered; ' +
			'will be administered; will take; will undergo; to measure; will perform; ' +
			'will be performed; were given; was given; was applied; will be genotyped; ' +
			'are invited; we invite; is measured; are measured; will be measured; ' +
			'were measured; ' +
			'is used to measure; are analyzed; will be analyzed; analyzed; answered; ' +
			'are asked; will be asked; will be recorded; will be collected; ' +
			'will collect; are recruited; will be recruited; were recruited; ' +
			'will be enrolled; are randomized; are assigned; is given; are given; get; ' +
			'gets; receive; receives'
	),
	cue(
		'secondary',
		'secondary; exploratory objective; exploratory endpoint; tertiary; secondarily; ' +
			'secondary objective; secondary outcome; secondary endpoint; exploratory outcome; ' +
			'other objective; secondary aim'
	),
	cue(
		'not-aim',
		'has been shown; have been shown; it is known; is known; are known; was found; ' +
			'were found; has been found; previous study; ' +
			'previous studies; studies have shown; several studies; background; rationale; ' +
			'has been reported; have been reported; ' +
			'is common; are common; is associated with; are associated with; ' +
			'is one of the most; despite; is typically; is a common; ' +
			'has been associated; have been associated; is characterized; is defined; ' +
			'is a neurological; prevalence of approximately; ' +
			'currently used; is used to treat; which is used; was demonstrated; ' +
			'is thought; is believed; has been suggested; in the literature; ' +
			'have been used; has been used; approved; available therapies; ' +
			'have been linked; has been linked; can improve; recently; ' +
			'which is used; is used to; used to treat; is indicated; used for; ' +
			'indicated for; approved for; licensed for'
	),
	cue('example', 'such as; for example; e.g; for instance; including but not limited'),
	cue(
		'negation',
		'no; not; without; never; absence of; free of; negative for; none; neither; nor; ' +
			'other than; non; no history of; no evidence of; ' +
			'unable; cannot; denies; rather than; lack of; no known; are not; is not; ' +
			'do not; does not; did not'
	),
	cue(
		'leave-out',
		'exclude; excluded; exclusion; excluding; rule out; ruled out; ruling out; ' +
			'ineligible; must not; not eligible; screened out; ' +
			'to exclude; will be excluded; were excluded; are excluded; excludes; ' +
			'contraindication; contraindicated; hypersensitivity; allergy; allergic'
	),
	cue(
		'washout',
		'washout; wash-out; washed out; wash out; discontinue prior; ' +
			'discontinued at least; prohibited; not allowed; refrain; must be off; ' +
			'stop taking; stopped taking; off dopaminergic; medication-free; drug-free; ' +
			'must discontinue; willing to stop; willing to discontinue; discontinued; ' +
			'discontinuation'
	),
	cue(
		'rescue',
		'rescue; rescue medication; rescue medicine; rescue therapy; rescue drug; ' +
			'rescue treatment; escape medication; breakthrough medication; breakthrough'
	),
	cue(
		'stable',
		'stable; stable dose; stable dosage; stable regimen; background therapy; ' +
			'background treatment; unchanged; stabilized; background medication; stably; ' +
			'concomitant; constant dose; continue their; continued use'
	),
	cue(
		'allowed',
		'allowed; permitted; is not an exclusion; may continue; will be allowed; ' +
			'acceptable; not an obstacle; is not an obstacle; is not required; ' +
			'are not required; is not mandatory; do not exclude; is not excluded; ' +
			'are not excluded; no obstacle; not required; supportive; optional; not mandatory; ' +
			'not necessary; does not exclude; no reason to exclude; not excluded; ' +
			'irrespective of; with or without; regardless of'
	),
	cue(
		'earlier',
		'refractory; refractory to; naive; naive to; resistant; resistant to; intolerant; ' +
			'intolerant of; failed; previous; previously; prior; history of; ' +
			'responded to; responsive to; response to previous; past; unresponsive; ' +
			'non-responders; nonresponders; treated previously; drug-naive; parent study; ' +
			'responders to; unsuccessful; inadequate response; insufficient response'
	),
	cue(
		'treated',
		'treated with; treated by; taking; users; users of; receiving; on chronic; ' +
			'on long-term; on stable; maintained on; under treatment with; treated; using; ' +
			'user; use of; ' +
			'effectively treated; treated patients; on treatment with; dependent on; ' +
			'chronic use; long-term use; managed with; on current; background of; ' +
			'on a background of; on top of; added to; add-on to; in addition to; ' +
			'adjunct to; detoxified from; withdrawn from; weaned from; in users of; ' +
			'on maintenance; who take; who use'
	),
	cue('induced', 'induced; associated; related; emergent; provoked; triggered; caused'),
	cue(
		'blames',
		'provoke; provokes; provoked; provoking; trigger; triggers; triggered; triggering; ' +
			'worsen; worsens; worsened; worsening; exacerbate; exacerbates; ' +
			'exacerbation; exacerbated; aggravate; aggravates; aggravated; aggravation; ' +
			'side effect; adverse effect; caused by; due to; induced by; induce; induces; ' +
			'brought on; ' +
			'bring on; brings on; risk factor; risk of; cause; causes; secondary to; ' +
			'contribute to; contributes to; make worse; makes worse; result of; challenge; ' +
			'associated with; association; lead to; leads to; resulting from'
	),
	cue(
		'onset',
		'began; begin; begins; begun; beginning; started; onset; new; newly; new-onset; ' +
			'appeared; appear; appears; occur; occurs; occurred; ' +
			'occurrence; developed; develop; develops; development of; emerged; emerge; ' +
			'worsened; worse; get worse; brought on; incidence; ' +
			'first noticed; first occurred; de novo; incident; frequency of new; ' +
			'appearance of; rate of; came on; come on; arose; following exposure to'
	),
	cue(
		'exposure',
		'after; following; during; exposure; exposed; exposed to; post; withdrawal; ' +
			'effect of; effects of; influence of; impact of; role of; relationship; relation; ' +
			'between; link; consumption; intake; consume; association between'
	),
	cue(
		'change',
		'switch; switching; switched; switch from; switching from; conversion; converting; ' +
			'converted; discontinuation; discontinuing; discontinue; tapering; taper; ' +
			'withdrawal; withdrawing; cessation; stopping; deprescribing; deprescribe; ' +
			'dose reduction; reduction; reducing; reduce; down-titration; lowering; ' +
			'weaning; ' +
			'replacement of; replacing; step-down; elimination; instead of; in place of; ' +
			'transition from; change from; changing from; withdraw; rotation; ' +
			'overnight switch; abstinence; quitting; stop; stopped; stops; coming off; ' +
			'come off; taken off; weaned off; tapered; tapered off; reduced; replaced; ' +
			'replaces; replace'
	),
	cue(
		'for',
		'for the treatment of; treatment of; in the treatment of; to treat; for treating; ' +
			'treating; therapy of; treatment for; as a treatment for; efficacy; effective; ' +
			'effectiveness; efficacy of; for restless; improve; improves; relief of; relieve; ' +
			'reduce symptoms; management of; therapy for'
	),
	cue(
		'minimum',
		'at least; more than; greater than; above; or more; minimum; higher than; exceeding; over'
	),
	cue(
		'maximum',
		'below; less than; lower than; under; at most; or less; fewer than; not exceeding; ' +
			'maximum; or lower; low; equal to or lower; up to'
	),
	cue(
		'placebo',
		'placebo; placebos; placbo; palcebo; plasebo; placeo; sham; dummy; ' +
			'inactive; sugar pill; saline; normal saline; placebo match; matching placebo; ' +
			'placebo comparator; vehicle; mock; fake; dextrose'
	),
	cue(
		'usual-care',
		'usual care; standard care; standard of care; routine care; control; ' +
			'control group; no intervention; no treatment; waiting list; wait-list; waitlist; ' +
			'attention control; treatment as usual; control condition; routine maintenance; ' +
			'health education control; wait list; routine follow-up; controls'
	),
	cue('rest', 'at rest; inactivity; periods of rest; evening; at night; sitting; lying'),
	cue(
		'check',
		'test; contraception; contraceptive; childbearing; avoid; avoiding; become; ' +
			'becoming; birth control; plan; planning; risk for; potential; lactating; nursing; ' +
			'breastfeeding; breast-feeding; planned; intend; abstain; barrier; capable; ' +
			'possibility'
	),
	cue(
		'versus',
		'versus; vs; or; and; with; plus; compared; compared with; comparison; combined; ' +
			'then; against'
	)
];
