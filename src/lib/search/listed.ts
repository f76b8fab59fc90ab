import type { Label, Labels } from '#lib/mechanism/labels.ts';
import {
	approaches,
	mechanisms,
	related,
	suspects,
	type ApproachId,
	type MechanismId,
	type RelatedId,
	type SuspectId
} from '#lib/mechanism/taxonomy.ts';
import { stated } from '#lib/study/stated.ts';
import { isConfirmed, isOpen } from '#lib/study/status.ts';
import { titleOf, type Site } from '#lib/study/study.ts';
import type { LabelledStudy } from './catalogue.ts';
import type { Nearness, NearSite } from './nearness.ts';

/** A label as the API and the pages give it: with its name. */
export type NamedLabel<Id extends string = string> = Label<Id> & { label: string };

/** A study in a list: the API's `studies[]`, and all that a card or a row shows. */
export type ListedStudy = ReturnType<typeof listed>;

const named = <Id extends string>(
	labels: Label<Id>[],
	names: Record<Id, { label: string }>
): NamedLabel<Id>[] => labels.map((label) => ({ ...label, label: names[label.id].label }));

/** The facets of a study with the names of their values. */
export function namedLabels({ mechanisms: m, suspects: s, related: r, approaches: a }: Labels) {
	return {
		mechanisms: named<MechanismId>(m, mechanisms),
		suspects: named<SuspectId>(s, suspects),
		related: named<RelatedId>(r, related),
		approaches: named<ApproachId>(a, approaches)
	};
}

/**
 * A study as it stands in a list (API contract §4). What the record does not say is absent.
 * @param today `yyyy-MM-dd`; decides whether the study counts as open.
 */
export function listed(
	{ study, labels, nearness }: LabelledStudy & { nearness?: Nearness },
	today: string
) {
	return {
		nctId: study.nctId,
		title: titleOf(study),
		relevance: labels.relevance,
		...stated({
			status: study.status,
			lastKnownStatus: study.lastKnownStatus,
			verified: study.verified,
			updated: study.updated?.date,
			type: study.type,
			sponsor: study.sponsor,
			enrollment: study.enrollment,
			sex: study.eligibility.sex,
			start: study.start?.date,
			completion: study.completion?.date,
			hasResults: study.hasResults
		}),
		open: isOpen(study, today),
		confirmed: isConfirmed(study, today),
		phases: study.phases,
		conditions: study.conditions,
		interventions: study.interventions.map(({ name, type }) => ({ name, ...stated({ type }) })),
		ages: stated({
			minimum: study.eligibility.minimumAge?.text,
			maximum: study.eligibility.maximumAge?.text
		}),
		sites: sitesOf(study.sites, nearness),
		countries: [...new Set(study.sites.map(({ country }) => country))].filter(
			(country) => country !== undefined
		),
		...namedLabels(labels)
	};
}

/** The sites of a study in numbers, and how near they are to the place that was asked for. */
interface SitesInShort {
	total: number;
	/** Absent where no site states a status. */
	recruiting?: number;
	nearest?: NearSite;
	nearestRecruiting?: NearSite;
	acrossBorder?: NearSite;
	/** Sites without a point; absent where no place was asked for. */
	unplaced?: number;
}

function sitesOf(sites: Site[], nearness: Nearness | undefined): SitesInShort {
	const withStatus = sites.filter(({ status }) => status !== undefined);
	const recruiting = withStatus.filter(({ status }) => status === 'RECRUITING').length;
	return {
		total: sites.length,
		...(withStatus.length > 0 ? { recruiting } : {}),
		...(nearness &&
			stated({
				nearest: nearness.nearest,
				nearestRecruiting: nearness.recruiting,
				acrossBorder: nearness.acrossBorder,
				unplaced: nearness.unplaced
			}))
	};
}

/** "18 to 75 years", "18 years or older", "any age (no limit stated)". */
export function agesInWords(minimum: string | undefined, maximum: string | undefined): string {
	const [least, most] = [minimum?.toLowerCase(), maximum?.toLowerCase()];
	if (least !== undefined && most !== undefined)
		return `${least.replace(/ years$/, '')} to ${most}`;
	if (least !== undefined) return `${least} or older`;
	return most === undefined ? 'any age (no limit stated)' : `up to ${most}`;
}
