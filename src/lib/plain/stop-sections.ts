import type { Section } from '#lib/mechanism/read-criteria.ts';
import { cues, illnessByTreatment, saysBeforeStudy, saysTimeBefore } from './stop-cues.ts';
import {
	hasName,
	isBare,
	isExceptionOfTreatment,
	isNoName,
	isPermission,
	isWithoutName,
	nearTime,
	strong,
	treats,
	usesInBrackets,
	withoutBrackets,
	withoutNamedExceptions
} from './stop-shape.ts';

export const ruleKinds = ['must-stop', 'not-allowed', 'allowed-stable', 'unclear'] as const;
export type RuleKind = (typeof ruleKinds)[number];

/**
 * What a passage of the criteria says of the medicines in it. Takes the text without what only
 * stands beside a rule. `bare`: may a name alone say that the medicine leaves people out?
 */
export function inSection(text: string, section: Section, bare: boolean): RuleKind | undefined {
	const parts = clauses(text).filter(hasName);
	const kinds = new Set(
		(parts.length > 0 ? parts : [text]).flatMap((part) => {
			const kind =
				section === 'exclusion' || (section === 'neutral' && cues.excluded.test(part))
					? inExclusion(part, bare)
					: inInclusion(part);
			return kind === undefined ? [] : [kind];
		})
	);
	return kinds.size > 1 ? 'unclear' : [...kinds][0];
}

/** Two uses that each have a time of their own ("prior use of a, and use of b within …") are two rules. */
function clauses(text: string): string[] {
	const twoUses = /^(?:any )?(?:prior|previous|current|past|history of)\b/i.test(text);
	return text.split(twoUses ? /;|\b(?:and|or) (?=use of\b)/i : ';');
}

/** A line that leaves people out. */
function inExclusion(text: string, bare: boolean): RuleKind | undefined {
	const open = withoutBrackets(text);
	if (illnessByTreatment.test(text) && !/^(?:us(?:e|ing)|taking|current\w* us)/i.test(text))
		return isExceptionOfTreatment(text) ? 'unclear' : undefined;
	// "depression (treated with lithium)" may mean the illness or the medicine.
	if (!hasName(open) && cues.illness.test(open) && !treats(open))
		return usesInBrackets(text) ? 'unclear' : undefined;
	if (cues.discretion.test(text)) return 'unclear';
	if (cues.allow.test(text) && !/\bnot (?:be )?(?:allow|permit|accept)/i.test(text))
		return isPermission(text) && !cues.mayHappen.test(text) ? 'allowed-stable' : 'unclear';
	if (cues.unstable.test(text) || cues.stable.test(text) || cues.fixed.test(text)) return 'unclear';
	if (cues.exception.test(withoutNamedExceptions(text))) return 'unclear';
	if (cues.change.test(text) || cues.cap.test(text)) return 'unclear';
	if (cues.doWithout.test(text) && !cues.mustNot.test(text)) return 'unclear';
	// "High blood pressure without medicine" is an illness that nobody treats.
	if (isWithoutName(text)) return strong(text).length > 1 ? 'unclear' : undefined;
	if (cues.stop.test(text)) return 'must-stop';
	if (saysTimeBefore(text))
		return cues.illness.test(text) && !nearTime(text) ? 'unclear' : 'must-stop';
	if (cues.use.test(text) || cues.forbid.test(text) || cues.refrain.test(text))
		return 'not-allowed';
	return bare && isBare(text) ? 'not-allowed' : undefined;
}

/** A line that people must meet. */
function inInclusion(text: string): RuleKind | undefined {
	if (cues.discretion.test(text)) return 'unclear';
	const stops = cues.stop.test(text);
	const forbids = cues.forbid.test(text) || isWithoutName(text) || isNoName(text);
	if (cues.unstable.test(text)) return 'unclear';
	if (cues.stable.test(text) || cues.fixed.test(text))
		return stops || forbids ? 'unclear' : 'allowed-stable';
	if (stops) return 'must-stop';
	if (cues.refrain.test(text)) return saysTimeBefore(text) ? 'must-stop' : 'not-allowed';
	if (forbids) {
		// "or ####": the other way in is no rule on medicines. "For those …": not for all.
		if (cues.exception.test(text) || cues.cap.test(text) || /\bor #{3}|^(?:for|if) /i.test(text))
			return 'unclear';
		return saysTimeBefore(text) ? 'must-stop' : 'not-allowed';
	}
	if (cues.allow.test(text)) return 'allowed-stable';
	return cues.present.test(text) && !cues.past.test(text) ? 'allowed-stable' : undefined;
}

/** A sentence of a description: only what is plainly a rule. */
export function inRunningText(text: string): RuleKind | undefined {
	if (cues.aim.test(text)) return undefined;
	if (!cues.duty.test(text) && !saysBeforeStudy(text)) return undefined;
	if (cues.excluded.test(text) && cues.people.test(text)) return inExclusion(text, false);
	const whose = cues.people.test(text) || saysBeforeStudy(text);
	const bound = cues.bound.test(text) || saysBeforeStudy(text);
	const stops = cues.stop.test(text) && cues.ahead.test(text) && whose && bound;
	const reached = /\b(?:titrat|reach|achiev|until|optimal|optimi[sz])/i.test(text);
	if (cues.stable.test(text) && !reached && (cues.duty.test(text) || cues.people.test(text)))
		return stops ? 'unclear' : 'allowed-stable';
	if (stops) return 'must-stop';
	if (cues.forbid.test(text) && /\b(?:allowed|permitted|prohibited|must|may)\b/i.test(text))
		return 'not-allowed';
	return cues.allowedPlainly.test(text) && isPermission(text) ? 'allowed-stable' : undefined;
}
