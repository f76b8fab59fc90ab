import { criteriaLists } from '#lib/plain/criteria-lists.ts';
import type { Section } from '#lib/mechanism/read-criteria.ts';
import { stated } from '#lib/study/stated.ts';
import type { TermPiece } from './glossary.ts';
import { markdown } from './markdown.ts';

/** A rule as safe HTML, with the rules under it. */
interface CriteriaRule {
	html: string;
	/** Its number or letter in the record. */
	marker?: string;
	rules: CriteriaRule[];
}

interface CriteriaGroup {
	section: Section;
	/** The study's own heading. */
	heading?: string;
	rules: CriteriaRule[];
}

interface Extras {
	/** Pieces of the text to mark, as evidence of labels gives them. */
	quotes?: readonly string[] | undefined;
	/** One for the page, so that a term is a link only where it first stands. */
	linker?: (text: string) => TermPiece[];
}

/** Eligibility criteria as lists for a page; raw HTML in them is shown as text. */
export function criteriaHtml(text: string, extras: Extras = {}): CriteriaGroup[] {
	return criteriaLists(text).map(({ section, heading, items }) => {
		const group: CriteriaRule[] = [];
		const open: { depth: number; rules: CriteriaRule[] }[] = [];
		for (const { text: rule, marker, depth } of items) {
			const made = { html: markdown(asText(rule), extras), ...stated({ marker }), rules: [] };
			while ((open.at(-1)?.depth ?? -1) >= depth) open.pop();
			(open.at(-1)?.rules ?? group).push(made);
			open.push({ depth, rules: made.rules });
		}
		return { section, ...stated({ heading }), rules: group };
	});
}

/** Signs that would open a block of Markdown at the start of a line ("> 18 years") stay signs. */
function asText(rule: string): string {
	return rule.replace(/^([ \t]*)([>#=+~-])/gm, '$1\\$2').replace(/^[ \t]{4,}/gm, '');
}
