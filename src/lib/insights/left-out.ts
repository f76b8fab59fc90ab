import { passesRest } from '#lib/search/filters.ts';
import { everything } from '#lib/search/query.ts';
import type { Hit } from '#lib/search/sort.ts';
import type { Eligibility } from '#lib/study/study.ts';
import { mark, studiesColumn, type Chart, type Mark, type Row } from './chart.ts';
import { partsBy } from './parts.ts';
import { openTo, type Person, type View } from './view.ts';

const groups: { label: string; person: Person; says: (limits: Eligibility) => boolean }[] = [
	{ label: 'Women', person: { sex: 'female' }, says: ({ sex }) => sex !== undefined },
	{ label: 'Men', person: { sex: 'male' }, says: ({ sex }) => sex !== undefined },
	...[12, 17, 65, 75, 85].map((age) => ({
		label: `Aged ${age}`,
		person: { age: String(age) },
		says: ({ minimumAge, maximumAge }: Eligibility) =>
			minimumAge !== undefined || maximumAge !== undefined
	}))
];

/** Whom the stated limits of sex and age let in, and whom they leave out. */
export function sexAndAge(view: View): Chart {
	return {
		id: 'sex-and-age',
		kind: 'matrix',
		title: 'Sex and age: who is let in, who is left out',
		notes: [
			'By the limits in the record alone. A study that states no limit counts as open, as in the list of trials. No view shows only the studies that leave a group out, or that state no limit: those numbers have no link.'
		],
		studies: view.hits.length,
		rowsAre: 'Group',
		columns: [
			studiesColumn('Leave them out', 'Left out'),
			studiesColumn('Open to them', 'Open'),
			studiesColumn('Open, because no limit is stated', 'No limit stated')
		],
		rows: groups.map(({ label, person, says }): Row => {
			const query = { ...everything, ...person };
			const open = view.hits.filter((hit) => passesRest(hit, query));
			return {
				label,
				cells: [
					count(view.hits.length - open.length),
					mark(openTo(view, person)) ?? count(open.length),
					count(open.filter(({ study }) => !says(study.eligibility)).length)
				]
			};
		})
	};
}

/** Do studies take people without RLS, as healthy volunteers? */
export function healthy(view: View): Chart {
	const who = ({ study }: Hit) => study.eligibility.healthyVolunteers;
	const row = (label: string, cell: Mark): Row => ({ label, cells: [cell] });
	const accepts = openTo(view, { healthy: 'yes' });
	const refused = view.hits.filter((hit) => who(hit) === false).length;
	const unsaid = view.hits.filter((hit) => who(hit) === undefined).length;
	return {
		id: 'healthy-volunteers',
		kind: 'bars',
		title: 'Healthy volunteers',
		notes: [
			'No view shows only the studies that refuse them or do not say; those numbers have no link.'
		],
		studies: view.hits.length,
		rowsAre: 'Healthy volunteers',
		columns: [studiesColumn('Studies')],
		rows:
			accepts && view.hits.length > 0
				? [
						row('Taken', mark(accepts)),
						row('Not taken', count(refused)),
						row('Not stated', count(unsaid))
					]
				: []
	};
}

/** Other conditions: in how many studies people must or may have them, and how many rule them out. */
export function conditions(view: View): Chart {
	const rows = partsBy(view, 'related').map(({ value, label, view: part }): Row => {
		const ruledOut = view.hits.filter((hit) => rulesOut(hit, value)).length;
		return {
			label,
			cells: [count(ruledOut), mark(part), count(view.hits.length - part.hits.length - ruledOut)]
		};
	});
	const named = ({ cells: [out, about] }: Row) => (out?.value ?? 0) + (about?.value ?? 0);
	return {
		id: 'conditions',
		kind: 'matrix',
		title: 'Other conditions: studied, or a reason to be left out',
		notes: [
			'“About them” are studies on the condition, or that ask for it. “Reason to be left out” are studies that name the condition only in their rules on who cannot join, as our labelling rules read them; a rule that is worded in another way is missed. No view shows only these, so that number has no link. “Neither”: the record does not name it, or only in passing.'
		],
		studies: view.hits.length,
		rowsAre: 'Condition',
		columns: [
			studiesColumn('Reason to be left out', 'Left out'),
			studiesColumn('About them', 'About'),
			studiesColumn('Neither')
		],
		rows: rows.filter((row) => named(row) > 0).toSorted((a, b) => named(b) - named(a))
	};
}

/** The labeller met the condition in the exclusion criteria and nowhere that counts. */
function rulesOut({ labels }: Hit, id: string): boolean {
	return (
		!labels.related.some((label) => label.id === id) &&
		labels.nearMisses.some(
			(miss) =>
				miss.facet === 'related' && miss.id === id && miss.why.includes('exclusion criteria')
		)
	);
}

/** A number without a view behind it. */
const count = (value: number): Mark => ({ value });
