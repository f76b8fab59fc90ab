import type { Hit } from './dictionary.ts';
import { changeOf } from './judge-change.ts';
import { after, before, has, type Passage } from './read-study.ts';
import type { Agent } from './vocabulary/agent.ts';

/** A medicine that only makes a picture: "ferumoxytol-enhanced MRI". */
const contrast = /^[\s-]{0,2}(?:enhanced|contrast|labell?ed|PET|SPECT|MRI|imaging|scan)\b/i;

/** Why a treatment that is named here is not given; undefined if it is. */
export function notGiven(passage: Passage, hit: Hit<Agent>): string | undefined {
	if (before(passage, hit, 8, 'rescue') || after(passage, hit, 6, 'rescue'))
		return 'only as rescue medicine';
	const inName = passage.role === 'intervention' || passage.role === 'arm';
	if (changeOf(passage, hit) !== undefined) return 'stopped or lowered, not given';
	if (
		before(passage, hit, 2, 'change') &&
		/\b(?:instead|in place) of\s+(?:\S+\s+)?$/i.test(passage.text.slice(0, hit.start))
	)
		return 'replaced, not given';
	if (contrast.test(passage.text.slice(hit.end, hit.end + 20))) return 'only to make a scan';
	if (inName) return before(passage, hit, 2, 'negation') ? 'named, but not given' : undefined;
	if (passage.role !== 'title' && has(passage, 'washout')) return 'only in a wash-out rule';
	if (has(passage, 'placebo') && before(passage, hit, 3, 'placebo')) return 'only as placebo';
	if (before(passage, hit, 4, 'earlier') || after(passage, hit, 2, 'earlier'))
		return 'only as a treatment that people had before';
	if (
		before(passage, hit, 3, 'treated') ||
		/\bon (?:a |an |their )?$/i.test(passage.text.slice(0, hit.start).slice(-12))
	)
		return 'only as a medicine that people take anyway';
	if (after(passage, hit, 1, 'induced', 'treated')) return 'named as a cause, not as a treatment';
	if (before(passage, hit, 2, 'stable') || after(passage, hit, 2, 'stable'))
		return 'allowed at a stable dose';
	if (before(passage, hit, 5, 'negation', 'leave-out')) return 'named, but not given';
	if (before(passage, hit, 2, 'exposure') && hit.row.trigger) return 'named as a possible cause';
	if (hit.row.suspect === undefined && before(passage, hit, 2, 'exposure')) return undefined;
	return hit.row.trigger &&
		!passage.cues.some(({ row }) => row.kind === 'for') &&
		passage.role !== 'intervention-description' &&
		passage.role !== 'arm-description'
		? 'named, but not as a treatment'
		: undefined;
}
