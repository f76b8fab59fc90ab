import type { Label } from '#lib/mechanism/labels.ts';
import { listed, type ListedStudy } from '#lib/search/listed.ts';
import type { LabelledStudy } from '#lib/search/catalogue.ts';
import type { Hit } from '#lib/search/sort.ts';
import { registryUrl, type Study } from '#lib/study/study.ts';

/** What a cell is made of. */
export interface Row extends LabelledStudy {
	/** The study as the API gives it. */
	listed: ListedStudy;
	/** The same on every row. */
	file: { origin: string; rules: string; dataTimestamp: string; hash: string };
	/** Text of the receipt, on the first row only. */
	receipt: string;
}

/** A column of the CSV: its name, what it holds, and how a cell is made. */
export interface Column {
	name: string;
	meaning: string;
	cell: (row: Row) => string | number | boolean | undefined;
}

const list = (values: readonly (string | undefined)[]) =>
	values.filter((value) => value !== undefined && value !== '').join('; ');
const ids = (labels: readonly Label<string>[]) => list(labels.map(({ id }) => id));
const allLabels = ({ labels: { mechanisms, suspects, related, approaches } }: LabelledStudy) =>
	[
		['mechanism', mechanisms],
		['suspect', suspects],
		['related', related],
		['approach', approaches]
	] as const satisfies readonly (readonly [string, readonly Label<string>[]])[];

type SecondaryId = Study['secondaryIds'][number];
const shapes = {
	// the third group is a check number; a CTIS number counts from 500000 and may end in a version
	eudract: { type: 'EUDRACT_NUMBER', shape: /^\d{4}-[0-4]\d{5}-\d{2}$/ },
	ctis: { type: 'CTIS', shape: /^\d{4}-5\d{5}-\d{2}(-\d{2})?$/ }
};
const idsLike = ({ secondaryIds }: Study, { type, shape }: { type: string; shape: RegExp }) =>
	list(
		secondaryIds
			.filter((each) => each.type === type || shape.test(each.id.trim()))
			.map(({ id }) => id.trim())
	);
const typedId = ({ id, type, domain }: SecondaryId) =>
	type === undefined && domain === undefined ? id : `${type ?? domain ?? ''}:${id}`;

/**
 * Every column of the CSV, in order. An empty cell means that the record does not say; it is never
 * "no". Values are the registry's own words and dates. Lists are joined by "; ". Names that begin
 * with `finder_` are of our making.
 */
export const csvColumns: readonly Column[] = [
	column('nct_id', 'Study number', ({ listed: { nctId } }) => nctId),
	column('title', 'Title; the official one where there is no brief one', (row) => row.listed.title),
	column('official_title', 'Official title', ({ study }) => study.officialTitle),
	column('acronym', 'Short name', ({ study }) => study.acronym),
	column('status', 'Status, in the registry’s word', ({ listed: { status } }) => status),
	column(
		'last_known_status',
		'Status before it became unknown',
		({ listed: { lastKnownStatus } }) => lastKnownStatus
	),
	column(
		'verified',
		'When the sponsor last confirmed the record',
		({ listed: { verified } }) => verified
	),
	column('why_stopped', 'Why the study stopped early', ({ study }) => study.whyStopped),
	column('type', 'Kind of study', ({ listed: { type } }) => type),
	column('phases', 'Phases; NA is the registry’s own word', ({ listed: { phases } }) =>
		list(phases)
	),
	column('conditions', 'Conditions, as the sponsor lists them', ({ listed: { conditions } }) =>
		list(conditions)
	),
	column('interventions', 'What is given or done, with its type in front', ({ study }) =>
		list(study.interventions.map(({ name, type }) => (type ? `${type}: ${name}` : name)))
	),
	column('keywords', 'Keywords', ({ study }) => list(study.keywords)),
	column('enrollment', 'Number of people', ({ listed: { enrollment } }) => enrollment?.count),
	column(
		'enrollment_kind',
		'ACTUAL or ESTIMATED',
		({ listed: { enrollment } }) => enrollment?.kind
	),
	column('sex', 'Who may join by sex', ({ listed: { sex } }) => sex),
	column('min_age', 'Youngest age; empty: no limit stated', ({ listed: { ages } }) => ages.minimum),
	column('max_age', 'Oldest age; empty: no limit stated', ({ listed: { ages } }) => ages.maximum),
	column('healthy_volunteers', 'true or false', ({ study }) => study.eligibility.healthyVolunteers),
	column('sponsor', 'Lead sponsor', ({ listed: { sponsor } }) => sponsor?.name),
	column('sponsor_class', 'Kind of lead sponsor', ({ listed: { sponsor } }) => sponsor?.class),
	column('collaborators', 'Other organisations', ({ study }) =>
		list(study.collaborators.map(({ name }) => name))
	),
	column('start', 'When the study starts or started', ({ listed: { start } }) => start),
	column(
		'primary_completion',
		'When the main outcome is complete',
		({ study }) => study.primaryCompletion?.date
	),
	column('completion', 'When the study ends or ended', ({ listed: { completion } }) => completion),
	column(
		'first_posted',
		'When the record was first posted',
		({ study }) => study.firstPosted?.date
	),
	column('updated', 'When the record was last updated', ({ listed: { updated } }) => updated),
	column('results_posted', 'When results were posted', ({ study }) => study.resultsPosted?.date),
	column('has_results', 'true or false', ({ listed: { hasResults } }) => hasResults),
	column('countries', 'Countries of the sites', ({ listed: { countries } }) => list(countries)),
	column('sites', 'Number of sites in the record', ({ listed: { sites } }) => sites.total),
	column(
		'sites_recruiting',
		'Of these, how many say that they recruit; empty: none says its status',
		({ listed: { sites } }) => sites.recruiting
	),
	column('org_id', 'The sponsor’s own number', ({ study }) => study.orgId),
	column('secondary_ids', 'Other numbers, each with its type in front', ({ study }) =>
		list(study.secondaryIds.map(typedId))
	),
	column('eudract', 'Of these, EudraCT numbers', ({ study }) => idsLike(study, shapes.eudract)),
	column('ctis', 'Of these, EU trial (CTIS) numbers', ({ study }) => idsLike(study, shapes.ctis)),
	column('nct_aliases', 'Study numbers that it had before', ({ study }) => list(study.aliases)),
	column('url', 'The record at the registry', ({ study }) => registryUrl(study.nctId)),
	column('finder_mechanisms', 'Suspected causes studied', ({ labels }) => ids(labels.mechanisms)),
	column('finder_suspects', 'Medicines or substances under suspicion', ({ labels }) =>
		ids(labels.suspects)
	),
	column('finder_related', 'Other conditions', ({ labels }) => ids(labels.related)),
	column('finder_approaches', 'Treatments tested', ({ labels }) => ids(labels.approaches)),
	column(
		'finder_relevance',
		'core, partial, look-alike or mention: how much it is about RLS',
		({ labels }) => labels.relevance
	),
	column(
		'finder_open',
		'true: takes people or soon will, and confirmed within two years',
		({ listed: { open } }) => open
	),
	column('finder_reasons', 'Why it has each label, in a few words', (row) =>
		list(allLabels(row).flatMap(([, labels]) => labels.map(({ id, reason }) => `${id}: ${reason}`)))
	),
	column('finder_evidence', 'The rule behind each label and the field that it read', (row) =>
		list(
			allLabels(row).flatMap(([facet, labels]) =>
				labels.flatMap(({ id, evidence }) => [
					...new Set(evidence.map(({ rule, field }) => `${facet} ${id}: ${rule} in ${field}`))
				])
			)
		)
	),
	column(
		'finder_nearest_km',
		'Kilometers from the place asked for to the nearest site, as the crow flies; empty: none asked for, or no site with a known place',
		({ listed: { sites } }) => sites.nearest && Math.round(sites.nearest.km)
	),
	column('finder_rules_version', 'Version of the labelling rules', ({ file: { rules } }) => rules),
	column(
		'finder_url',
		'The study in this finder',
		({ study, file: { origin } }) => `${origin}/trials/${study.nctId}`
	),
	column(
		'finder_data_timestamp',
		'When the registry processed the data',
		({ file: { dataTimestamp } }) => dataTimestamp
	),
	column(
		'finder_search_hash',
		'Hash of the search receipt: the same on all rows of one export',
		({ file: { hash } }) => hash
	),
	column(
		'finder_receipt',
		'Search receipt, how this list was made; on the first row only',
		({ receipt }) => receipt
	)
];

/** What a row of the file is made of. */
export function rowOf(hit: Hit, today: string, file: Row['file'], receipt: string): Row {
	return { ...hit, listed: listed(hit, today), file, receipt };
}

function column(name: string, meaning: string, cell: Column['cell']): Column {
	return { name, meaning, cell };
}
