import type { Study } from '#lib/study/study.ts';
import { passagesOf, type Passage, type Quote } from './passages.ts';
import { blot, withoutBeside } from './stop-beside.ts';
import {
	aboutContraception,
	aboutTrials,
	amounts,
	cues,
	explains,
	opensAnyChoice,
	opensChoice,
	opensList
} from './stop-cues.ts';
import { inRunningText, inSection, type RuleKind } from './stop-sections.ts';
import { hasName, isBare, strong } from './stop-shape.ts';

export { ruleKinds, type RuleKind } from './stop-sections.ts';

/** A passage of the record that says what people must, may or must not take. */
export interface MedicineRule extends Quote {
	kind: RuleKind;
	/** Verbatim pieces such as "4 weeks" or "5 half-lives". */
	durations: string[];
	/** Medicines and classes, as written. */
	medicines: string[];
}

/**
 * What a study's texts say about medicines, passage by passage in the order of the record, each
 * verbatim. Where a rule does not know what a passage says it shows the whole passage as `unclear`,
 * or nothing: an empty list means that none was found, not that there is none.
 */
export function medicineRules(study: Study): MedicineRule[] {
	const own = study.interventions.flatMap(({ name, otherNames }) => [name, ...otherNames]);
	const seen = new Set<string>();
	return passagesOf(study).flatMap((passage) => {
		const key = `${passage.field} ${passage.start}`;
		const kind = kindOf(passage, own);
		if (kind === undefined || seen.has(key)) return [];
		seen.add(key);
		const { field, start, end, quote } = passage;
		const names = strong(withoutBeside(quote));
		return [
			{
				...{ kind, field, start, end, quote },
				durations: [...new Set(amounts(quote).map(([piece]) => piece))],
				medicines: [...new Set(names.map(({ start: at, end: to }) => quote.slice(at, to)))]
			}
		];
	});
}

function kindOf(passage: Passage, own: readonly string[]): RuleKind | undefined {
	const { quote, lead = '', section } = passage;
	if (aboutContraception.test(quote) || explains.test(quote) || opensList.test(quote))
		return undefined;
	if (/^(?:these|such|this|they)\b[^.]*:$/i.test(quote)) return undefined;
	const text = withoutBeside(passage.from === 'criteria' ? quote : without(quote, own));
	if (!hasName(text)) return undefined;
	if (aboutTrials.test(quote) && !strong(text).some(({ weight }) => weight === 'named'))
		return undefined;
	if (cues.discretion.test(quote) && passage.from === 'criteria') return 'unclear';
	const above = kindOfLead(passage, text);
	const alone = inPassage(text, passage, above === undefined);
	// Where another item lets people in as well, none of them forbids a medicine by itself.
	if (section === 'inclusion' && isChoice(lead))
		return alone === 'not-allowed' ? undefined : alone === 'must-stop' ? 'unclear' : alone;
	if (above === undefined || alone === undefined) return above ?? alone;
	if (alone === 'allowed-stable' && cues.allowedPlainly.test(text)) return alone;
	// "within 2 weeks:" above a list of names goes for each name; what an item says more wins.
	if (alone === 'not-allowed' && above !== 'allowed-stable') return above;
	return alone === above || (above === 'not-allowed' && alone === 'must-stop') ? alone : 'unclear';
}

function inPassage(text: string, { section, from }: Passage, bare: boolean): RuleKind | undefined {
	if (section === 'neutral' && from !== 'criteria') return inRunningText(text);
	return inSection(text, section, bare);
}

/** What the line above a list says of an item of it. */
function kindOfLead(passage: Passage, item: string): RuleKind | undefined {
	const { lead, loose } = passage;
	if (lead === undefined || (loose === true && !isBare(item))) return undefined;
	const text = withoutBeside(lead);
	const points =
		/\b(?:following|these|below|listed|any of|such as|including|include|treatments?|therap(?:y|ies)|with|substances)\b/i;
	return hasName(text) || (points.test(text) && saysTaking(text) && isBare(item))
		? inPassage(text, passage, true)
		: undefined;
}

/** Is one of the items below the line enough to take part? */
function isChoice(lead: string): boolean {
	return opensChoice.test(lead) || (opensAnyChoice.test(lead) && !saysTaking(lead));
}

/** Does a line speak of taking or stopping something? */
function saysTaking(line: string): boolean {
	return cues.use.test(line) || cues.stop.test(line) || cues.allow.test(line);
}

/** What the study itself gives is no rule on what people take. */
function without(text: string, names: readonly string[]): string {
	const lower = text.toLowerCase();
	let left = text;
	for (const name of names.filter(({ length }) => length > 3).slice(0, 60)) {
		const sought = name.toLowerCase();
		for (let at = lower.indexOf(sought); at >= 0; at = lower.indexOf(sought, at + sought.length))
			left = left.slice(0, at) + blot(name) + left.slice(at + name.length);
	}
	return left;
}
