import * as v from 'valibot';
import { relevances } from '#lib/mechanism/taxonomy.ts';
import {
	address,
	Catalogue,
	count,
	nctId,
	partialDate,
	registryWord,
	text
} from './answer-parts.ts';

export const Evidence = v.pipe(
	v.object({
		field: text('Path in the registry record: protocolSection.descriptionModule.briefSummary.'),
		quote: v.exactOptional(
			text('A piece of that field, word for word; absent in the starter catalogue.')
		),
		rule: text('Id of the rule that found it, see /about/rules.')
	}),
	v.description('One piece of proof for a label.')
);

export const Label = v.pipe(
	v.object({
		id: text('A value of the key of that name (mechanism, suspect, related, approach).'),
		label: text('Its name for people.'),
		basis: v.picklist(['gives', 'trigger', 'chosen', 'measured', 'comparator', 'stated']),
		confidence: v.picklist(['high', 'medium', 'low']),
		evidence: v.array(Evidence),
		reason: text('A few words: “gives ferric carboxymaltose”.')
	}),
	v.description('A label of ours on a study, given by rule, and why.')
);

export const NearSite = v.pipe(
	v.object({
		km: v.pipe(
			v.number(),
			v.minValue(0),
			v.description('Kilometres in a straight line between the centres of both places.')
		),
		index: v.pipe(count, v.description('Position in the study’s list of sites, from 0.')),
		city: v.exactOptional(v.string()),
		state: v.exactOptional(v.string()),
		country: v.exactOptional(v.string()),
		countryCode: v.exactOptional(v.string()),
		status: v.exactOptional(registryWord('RECRUITING'))
	}),
	v.description('A site and how far it is from the place that was asked for.')
);

const dated = v.object({
	date: partialDate,
	kind: v.exactOptional(registryWord('ESTIMATED'))
});

const organisation = v.object({
	name: v.string(),
	class: v.exactOptional(registryWord('INDUSTRY'))
});

const enrollment = v.object({ count, kind: v.exactOptional(registryWord('ACTUAL')) });

export const StudyLinks = v.object({
	page: v.pipe(address, v.description('For people, here.')),
	api: address,
	registry: v.pipe(address, v.description('The current record on ClinicalTrials.gov.'))
});

const sites = v.object({
	total: count,
	recruiting: v.exactOptional(
		v.pipe(count, v.description('Absent where no site states a status.'))
	),
	nearest: v.exactOptional(NearSite),
	nearestRecruiting: v.exactOptional(NearSite),
	acrossBorder: v.exactOptional(NearSite),
	unplaced: v.exactOptional(
		v.pipe(count, v.description('Sites without a known place; given where a place was asked for.'))
	)
});

/** What a list says of a study, without its links. */
export const listedEntries = {
	nctId,
	title: v.string(),
	relevance: v.pipe(
		v.picklist(Object.keys(relevances)),
		v.description('How much the study is about restless legs syndrome; our judgement, by rule.')
	),
	status: v.exactOptional(registryWord('RECRUITING')),
	lastKnownStatus: v.exactOptional(registryWord('RECRUITING')),
	verified: v.exactOptional(
		v.pipe(partialDate, v.description('When the sponsor last confirmed the record.'))
	),
	updated: v.exactOptional(partialDate),
	type: v.exactOptional(registryWord('INTERVENTIONAL')),
	sponsor: v.exactOptional(organisation),
	enrollment: v.exactOptional(enrollment),
	sex: v.exactOptional(registryWord('ALL')),
	start: v.exactOptional(partialDate),
	completion: v.exactOptional(partialDate),
	hasResults: v.exactOptional(v.boolean()),
	open: v.pipe(
		v.boolean(),
		v.description('Recruiting or soon to, and confirmed within two years.')
	),
	confirmed: v.pipe(v.boolean(), v.description('Was the record confirmed within two years?')),
	phases: v.array(registryWord('PHASE3')),
	conditions: v.array(v.string()),
	interventions: v.array(
		v.object({ name: v.string(), type: v.exactOptional(registryWord('DRUG')) })
	),
	ages: v.object({
		minimum: v.exactOptional(text('In the words of the record: “18 Years”.')),
		maximum: v.exactOptional(v.string())
	}),
	sites,
	countries: v.array(v.string()),
	mechanisms: v.array(Label),
	suspects: v.array(Label),
	related: v.array(Label),
	approaches: v.array(Label)
};

export const Study = v.pipe(
	v.object({ ...listedEntries, links: StudyLinks }),
	v.description('A study in a list. What the record does not say is absent, never guessed.')
);

const meshTerms = v.array(v.object({ id: v.exactOptional(v.string()), term: v.string() }));

const outcomes = v.array(
	v.object({
		measure: v.string(),
		description: v.exactOptional(v.string()),
		timeFrame: v.exactOptional(v.string())
	})
);

const age = v.object({ text: v.string(), years: v.pipe(v.number(), v.minValue(0)) });

const eligibility = v.object({
	criteria: v.exactOptional(text('Markdown, exactly as the registry sends it.')),
	healthyVolunteers: v.exactOptional(v.boolean()),
	sex: v.exactOptional(registryWord('ALL')),
	genderBased: v.exactOptional(v.boolean()),
	genderDescription: v.exactOptional(v.string()),
	minimumAge: v.exactOptional(age),
	maximumAge: v.exactOptional(age),
	ageGroups: v.array(registryWord('ADULT')),
	population: v.exactOptional(v.string()),
	sampling: v.exactOptional(v.string())
});

const optionalText = v.exactOptional(v.string());

const design = v.object({
	allocation: optionalText,
	interventionModel: optionalText,
	interventionModelDescription: optionalText,
	primaryPurpose: optionalText,
	observationalModel: optionalText,
	timePerspective: optionalText,
	masking: optionalText,
	maskingDescription: optionalText,
	whoMasked: v.array(v.string()),
	targetDuration: optionalText,
	bioSpecimens: optionalText,
	bioSpecimensDescription: optionalText
});

const site = v.object({
	facility: optionalText,
	status: v.exactOptional(registryWord('RECRUITING')),
	city: optionalText,
	state: optionalText,
	zip: optionalText,
	country: v.exactOptional(text('As the registry writes it.')),
	countryCode: v.exactOptional(text('ISO 3166-1 alpha-2.')),
	point: v.exactOptional(
		v.pipe(
			v.object({ lat: v.number(), lon: v.number() }),
			v.description('The middle of the city, not the site.')
		)
	)
});

export const StudyDetails = v.pipe(
	v.object({
		nctId,
		aliases: v.array(nctId),
		orgId: optionalText,
		secondaryIds: v.array(
			v.object({ id: v.string(), type: optionalText, domain: optionalText, link: optionalText })
		),
		title: optionalText,
		officialTitle: optionalText,
		acronym: optionalText,
		status: v.exactOptional(registryWord('RECRUITING')),
		lastKnownStatus: v.exactOptional(registryWord('RECRUITING')),
		whyStopped: optionalText,
		verified: v.exactOptional(partialDate),
		firstPosted: v.exactOptional(dated),
		updated: v.exactOptional(dated),
		resultsPosted: v.exactOptional(dated),
		start: v.exactOptional(dated),
		primaryCompletion: v.exactOptional(dated),
		completion: v.exactOptional(dated),
		sponsor: v.exactOptional(organisation),
		collaborators: v.array(organisation),
		type: v.exactOptional(registryWord('INTERVENTIONAL')),
		phases: v.array(registryWord('PHASE3')),
		design,
		enrollment: v.exactOptional(enrollment),
		summary: optionalText,
		description: optionalText,
		conditions: v.array(v.string()),
		keywords: v.array(v.string()),
		mesh: v.object({ conditions: meshTerms, interventions: meshTerms }),
		arms: v.array(
			v.object({
				label: optionalText,
				type: v.exactOptional(registryWord('EXPERIMENTAL')),
				description: optionalText,
				interventions: v.array(v.string())
			})
		),
		interventions: v.array(
			v.object({
				name: v.string(),
				type: v.exactOptional(registryWord('DRUG')),
				description: optionalText,
				arms: v.array(v.string()),
				otherNames: v.array(v.string())
			})
		),
		outcomes: v.object({ primary: outcomes, secondary: outcomes, other: outcomes }),
		eligibility,
		sites: v.array(site),
		references: v.array(
			v.object({
				type: v.exactOptional(registryWord('RESULT')),
				citation: optionalText,
				pmid: optionalText
			})
		),
		links: v.array(v.object({ url: v.string(), label: optionalText })),
		hasResults: v.exactOptional(v.boolean()),
		unread: v.pipe(
			v.array(v.object({ field: v.string(), value: v.string() })),
			v.description('Values that the record gives and that could not be read, as they are.')
		)
	}),
	v.description('All that we read of a record, under our own names; texts exactly as sent.')
);

const NearMiss = v.object({
	facet: v.picklist(['mechanism', 'related', 'approach']),
	id: v.string(),
	why: v.string(),
	evidence: v.array(Evidence)
});

export const StudyAnswer = v.pipe(
	v.object({
		catalogue: Catalogue,
		...Study.entries,
		relevanceEvidence: v.array(Evidence),
		nearMisses: v.pipe(
			v.array(NearMiss),
			v.description('Labels that were thought of and not given, and why.')
		),
		details: StudyDetails,
		record: v.pipe(
			v.nullable(v.record(v.string(), v.unknown())),
			v.description(
				'The registry’s record as received, without names, telephone numbers and e-mail addresses of persons; null in the starter catalogue.'
			)
		)
	}),
	v.description('One study with everything that its page shows.')
);
