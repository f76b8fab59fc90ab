import { distanceTest, essie, QueryError, type Test } from './essie.ts';
import { pieces } from './pieces.ts';
import { aliasesOf, canonicalId, idOf, textsAt } from './record.ts';
import type { Synonyms } from './words.ts';

/** A question that the registry refuses with 400 and this text. */
export class BadRequest extends Error {}

/** Search parameters: their area, and their name in the registry's error texts. */
const queries: Record<string, { area: string; label: string }> = {
	'query.term': { area: 'BasicSearch', label: 'Other terms' },
	'query.cond': { area: 'ConditionSearch', label: 'Conditions or disease' },
	'query.intr': { area: 'InterventionSearch', label: 'Intervention / treatment' },
	// These labels are by analogy with the registry's form; no one has recorded them.
	'query.titles': { area: 'TitleSearch', label: 'Title / acronym' },
	'query.id': { area: 'IdSearch', label: 'Study IDs' },
	'query.locn': { area: 'LocationSearch', label: 'Location terms' },
	'query.outc': { area: 'OutcomeSearch', label: 'Outcome measure' },
	'query.spons': { area: 'SponsorSearch', label: 'Sponsor / collaborator' },
	'query.lead': { area: 'LeadSponsorName', label: 'Lead sponsor' }
};

/** Asked for with good reason, but not built here. Refused aloud, so that no test believes them. */
const notEvaluated = ['query.patient', 'filter.synonyms', 'postFilter.synonyms', 'geoDecay'];
const filters = ['overallStatus', 'geo', 'ids', 'advanced'];

export const searchParameters: readonly string[] = [
	...Object.keys(queries),
	...notEvaluated,
	...filters.flatMap((name) => [`filter.${name}`, `postFilter.${name}`]),
	'aggFilters'
];

/** A list as the registry reads it: parted by commas or pipes. */
export function listOf(value: string): string[] {
	return value.split(/[,|]/).map((item) => item.trim());
}

function essieTest(text: string, area: string, label: string, synonyms: Synonyms): Test {
	try {
		return essie(text, { area, synonyms });
	} catch (error) {
		if (!(error instanceof QueryError)) throw error;
		// This one was recorded without its "where".
		if (error.message.startsWith('inner bool')) throw new BadRequest(error.message);
		throw new BadRequest(`Error parsing query in ${label}: ${error.message}`);
	}
}

function idsTest(ids: readonly string[]): Test {
	const wanted = new Set(ids);
	return (record) => [idOf(record) ?? '', ...aliasesOf(record)].some((id) => wanted.has(id));
}

function filterTest(name: string, value: string, synonyms: Synonyms): Test {
	const kind = name.slice(name.indexOf('.') + 1);
	if (kind === 'advanced') return essieTest(value, 'BasicSearch', 'advanced filter', synonyms);
	if (kind === 'ids') {
		return idsTest(
			listOf(value).map((item, index) => {
				const id = canonicalId(item);
				if (id === undefined)
					throw new BadRequest(`Item ${index + 1} in \`${name}\` has incorrect format`);
				return id;
			})
		);
	}
	if (kind === 'geo') {
		const test = distanceTest(/^distance\((.*)\)$/.exec(value)?.[1] ?? '');
		if (!test) throw new BadRequest(`Parameter \`${name}\` has incorrect format`);
		return test;
	}
	const allowed = pieces.get('OverallStatus')?.values ?? [];
	const statuses = listOf(value);
	const bad = statuses.find((status) => !allowed.includes(status));
	if (bad !== undefined)
		throw new BadRequest(`Invalid value in parameter \`overallStatus\`: \`${bad}\``);
	return (record) => textsAt(record, statusPath).some((status) => statuses.includes(status));
}

const design = 'protocolSection.designModule';
const eligibility = 'protocolSection.eligibilityModule';
const sponsors = 'protocolSection.sponsorCollaboratorsModule';
const statusPath = 'protocolSection.statusModule.overallStatus';

const has =
	(path: string, ...values: string[]): Test =>
	(record) =>
		textsAt(record, path).some((text) => values.includes(text));
const funder =
	(...values: string[]): Test =>
	(record) =>
		['leadSponsor', 'collaborators'].some((who) =>
			has(`${sponsors}.${who}.class`, ...values)(record)
		);
const access = (kind: string): Test => has(`${design}.expandedAccessTypes.${kind}`, 'true');
const hasDocument = (kind: string): Test =>
	has(`documentSection.largeDocumentModule.largeDocs.${kind}`, 'true');

const groups: Record<string, Record<string, Test>> = {
	status: Object.fromEntries(
		Object.entries({
			not: 'NOT_YET_RECRUITING',
			rec: 'RECRUITING',
			act: 'ACTIVE_NOT_RECRUITING',
			com: 'COMPLETED',
			ter: 'TERMINATED',
			enr: 'ENROLLING_BY_INVITATION',
			sus: 'SUSPENDED',
			wit: 'WITHDRAWN',
			unk: 'UNKNOWN',
			ava: 'AVAILABLE',
			nla: 'NO_LONGER_AVAILABLE',
			tna: 'TEMPORARILY_NOT_AVAILABLE',
			afm: 'APPROVED_FOR_MARKETING'
		}).map(([key, value]) => [key, has(statusPath, value)])
	),
	phase: {
		0: has(`${design}.phases`, 'EARLY_PHASE1'),
		1: has(`${design}.phases`, 'PHASE1'),
		2: has(`${design}.phases`, 'PHASE2'),
		3: has(`${design}.phases`, 'PHASE3'),
		4: has(`${design}.phases`, 'PHASE4'),
		NA: has(`${design}.phases`, 'NA')
	},
	studyType: {
		int: has(`${design}.studyType`, 'INTERVENTIONAL'),
		obs: has(`${design}.studyType`, 'OBSERVATIONAL'),
		obs_patreg: has(`${design}.patientRegistry`, 'true'),
		exp: has(`${design}.studyType`, 'EXPANDED_ACCESS'),
		exp_indiv: access('individual'),
		exp_inter: access('intermediate'),
		exp_treat: access('treatment')
	},
	funderType: {
		nih: funder('NIH'),
		fed: funder('FED'),
		industry: funder('INDUSTRY'),
		other: funder('OTHER', 'OTHER_GOV', 'INDIV', 'NETWORK', 'UNKNOWN', 'AMBIG')
	},
	ages: {
		child: has(`${eligibility}.stdAges`, 'CHILD'),
		adult: has(`${eligibility}.stdAges`, 'ADULT'),
		older: has(`${eligibility}.stdAges`, 'OLDER_ADULT')
	},
	sex: { f: has(`${eligibility}.sex`, 'FEMALE'), m: has(`${eligibility}.sex`, 'MALE') },
	healthy: { y: has(`${eligibility}.healthyVolunteers`, 'true') },
	results: { with: has('hasResults', 'true'), without: has('hasResults', 'false') },
	docs: { prot: hasDocument('hasProtocol'), sap: hasDocument('hasSap'), icf: hasDocument('hasIcf') }
};

/** `phase:2 3,results:with`: groups are ANDed, options in one ORed; an unknown option finds nothing. */
function aggTest(value: string): Test {
	const seen = new Set<string>();
	const tests = listOf(value).map((item): Test => {
		const [id = '', keys = ''] = item.split(':');
		const group = groups[id];
		if (!group) throw new BadRequest(`Invalid value in parameter \`aggFilters\`: \`${id}\``);
		// What the registry makes of a group that comes twice is not known; it is no union.
		if (seen.has(id)) throw new BadRequest('A repeated group is not evaluated by this stand-in');
		seen.add(id);
		const options = keys.split(' ').map((key) => group[key]);
		if (options.some((test) => test === undefined)) return () => false;
		return (record) => options.some((test) => test?.(record));
	});
	return (record) => tests.every((test) => test(record));
}

const onlyIds = /^\s*(nct\d+[\s,]*)+$/i;

/**
 * The test that a search puts to each record; all parameters are ANDed. A `query.*` of nothing but
 * NCT numbers makes the registry forget the filters and the other questions.
 *
 * @throws BadRequest with the registry's wording
 */
export function searchTest(parameters: URLSearchParams, synonyms: Synonyms): Test {
	const tests: Test[] = [];
	let forgetful: Test | undefined;
	for (const [name, value] of parameters) {
		if (notEvaluated.includes(name))
			throw new BadRequest(`\`${name}\` is not evaluated by this stand-in`);
		const query = queries[name];
		if (query && value.trim() !== '') {
			if (onlyIds.test(value))
				forgetful = idsTest((value.match(/nct\d+/gi) ?? []).map((id) => canonicalId(id) ?? ''));
			else tests.push(essieTest(value, query.area, query.label, synonyms));
		} else if (name === 'aggFilters' && value !== '') tests.push(aggTest(value));
		else if (/^(post)?filter\./i.test(name) && value !== '')
			tests.push(filterTest(name, value, synonyms));
	}
	return forgetful ?? ((record) => tests.every((test) => test(record)));
}
