import type { Hit } from './dictionary.ts';
import type { Passage, Role } from './read-study.ts';
import type { Agent } from './vocabulary/agent.ts';

const places: readonly Role[] = [
	'title',
	'intervention',
	'intervention-description',
	'arm',
	'arm-description',
	'aim'
];
const swap =
	/^(?:switch|convers|convert|replac|transition|chang|rotat|overnight|in place|instead)/i;
/** Words by which a change is the setting of a study and not its tested step. */
const setting =
	/\b(?:during|who|after|undergoing|while|whose|before|since|detoxified)\s+(?:\S+\s+){0,2}$/i;
/** A wash-out before the study begins. */
const washout =
	/^[^.;]{0,30}\b(?:before|prior to) (?:the )?(?:baseline|randomi|study|first|screening|treatment|enrol|inclusion|start)/i;
const design =
	/\brandomi[sz]ed[- ](?:placebo[- ]controlled )?withdrawal|withdrawal (?:study|trial|phase|period|design)|taper(?:ing)? period/i;

/** "Pramipexole reduction of symptoms": what is lowered is not the medicine. */
const effect =
	/^\S+ (?:in|of) (?:the )?(?:\S+ )?(?:symptom|severity|RLS|restless|pain|score|periodic|number|sleep|leg)/i;

/** `setting`: the change is where the study takes place, not what it tests. */
export type Change = 'stops or lowers' | 'switches from' | 'setting';

/**
 * How a named medicine is changed as the tested step: "stops or lowers", "switches from", or not at
 * all. "Switching to X" gives X; "during the taper of X" is a setting; a "randomized withdrawal"
 * tests X.
 */
export function changeOf(passage: Passage, hit: Hit<Agent>): Change | undefined {
	const { suspect, approaches } = hit.row;
	const medicine = suspect !== undefined || approaches.includes('other-drug');
	if (!medicine || !places.includes(passage.role) || design.test(passage.text)) return undefined;
	const cue = cueBefore(passage, hit) ?? cueAfter(passage, hit);
	if (!cue) return undefined;
	const first = Math.min(cue.start, hit.start);
	if (passage.role !== 'intervention' && passage.role !== 'arm') {
		const ahead = passage.text.slice(Math.max(0, first - 40), first);
		if (setting.test(ahead)) return 'setting';
	}
	const last = Math.max(cue.end, hit.end);
	if (washout.test(passage.text.slice(last, last + 60))) return 'setting';
	const swapped = swap.test(passage.text.slice(cue.start, cue.end));
	if (suspect === undefined && !swapped) return undefined;
	return swapped ? 'switches from' : 'stops or lowers';
}

function cueBefore(passage: Passage, hit: Hit<Agent>) {
	return passage.cues.find(({ row, last, end }) => {
		if (row.kind !== 'change' || last >= hit.first || hit.first - last > 4) return false;
		const between = passage.text.slice(end, hit.start);
		return !/[.;,:)]|\b(?:to|by|with|using|in|on|and|after|severity|symptoms?)\b/i.test(between);
	});
}

function cueAfter(passage: Passage, hit: Hit<Agent>) {
	return passage.cues.find(
		({ row, first, start }) =>
			row.kind === 'change' &&
			first > hit.last &&
			first - hit.last <= 2 &&
			!swap.test(passage.text.slice(start, start + 12)) &&
			/^[\s\-a-z]*$/i.test(passage.text.slice(hit.end, start)) &&
			!effect.test(passage.text.slice(start, start + 60))
	);
}
