import type { ListedStudy } from '#lib/search/listed.ts';
import { wordFor } from '#lib/study/vocabulary.ts';

/** What is given, to be read in one line: "Tests: ferric carboxymaltose; placebo". */
export function whatWords(study: Pick<ListedStudy, 'interventions' | 'type'>): string {
	const names = study.interventions.map(({ name }) => name);
	if (names.length > 0) {
		const shown = names.slice(0, 4).join('; ');
		return `${study.type === 'OBSERVATIONAL' ? 'Looks at' : 'Tests'}: ${shown}${names.length > 4 ? ` and ${names.length - 4} more` : ''}`;
	}
	return study.type === 'OBSERVATIONAL'
		? 'Watches or asks; gives no treatment'
		: 'What is given: not stated in this record';
}

/** Who can join, as far as the structured fields tell. */
export function peopleWords(study: Pick<ListedStudy, 'sex'>, ages: string): string {
	const sex =
		study.sex === undefined || study.sex === 'ALL' ? '' : `${wordFor('sex', study.sex)}, `;
	const words = `${sex}${ages}`;
	return words.charAt(0).toUpperCase() + words.slice(1);
}

/** How many sites, and in which countries. */
export function placeWords({ sites, countries }: Pick<ListedStudy, 'sites' | 'countries'>): string {
	if (sites.total === 0) return 'Places not stated';
	const number = `${sites.total} ${sites.total === 1 ? 'site' : 'sites'}`;
	const recruiting = sites.recruiting === undefined ? '' : ` (${sites.recruiting} recruiting)`;
	const where = countries.slice(0, 3).join(', ');
	const more = countries.length > 3 ? ` and ${countries.length - 3} more countries` : '';
	return `${number}${recruiting}${where === '' ? '' : ` in ${where}${more}`}`;
}

/** The reason of each cause label: "gives ferric carboxymaltose (Iron)". */
export function whyWords({
	mechanisms,
	approaches
}: Pick<ListedStudy, 'mechanisms' | 'approaches'>): string {
	const causes = mechanisms.filter(({ id }) => id !== 'none');
	if (causes.length > 0) return causes.map(({ label, reason }) => `${label}: ${reason}`).join('; ');
	return mechanisms.length > 0
		? `no cause addressed${approaches[0] ? `; ${approaches.map(({ label }) => label.toLowerCase()).join(', ')}` : ''}`
		: '';
}
