import { redirect } from '@sveltejs/kit';
import { quotesOf } from '#lib/mechanism/quotes.ts';
import { findStudy } from '#lib/search/catalogue.ts';
import { notFound } from '#lib/server/http.ts';
import { markdown } from '#lib/server/markdown.ts';
import { sourceAt } from '#lib/search/data-state.ts';
import { studyJsonOf } from '#lib/server/render/study.ts';
import { registryUrl } from '#lib/study/study.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params, url, locals }) => {
	const { catalogue, finder, now, today } = locals;
	const found = findStudy(catalogue, params.id);
	if (!found)
		notFound(
			`${params.id} is not among the ${catalogue.studies.length} studies here`,
			`It may be on ClinicalTrials.gov: ${registryUrl(params.id)}`
		);
	const { study } = found;
	if (study.nctId !== params.id) redirect(301, `/trials/${study.nctId}`);
	const quotes = quotesOf(found.labels);
	const html = (field: string, text: string | undefined) =>
		text === undefined ? undefined : markdown(text, quotes[`protocolSection.${field}`]);
	return {
		study: studyJsonOf(found, today, url.origin),
		html: {
			summary: html('descriptionModule.briefSummary', study.summary),
			description: html('descriptionModule.detailedDescription', study.description),
			criteria: html('eligibilityModule.eligibilityCriteria', study.eligibility.criteria),
			population: html('eligibilityModule.studyPopulation', study.eligibility.population)
		},
		fromStarter: catalogue.source === 'starter',
		contacts:
			sourceAt(catalogue, now) === 'live' && study.status === 'RECRUITING'
				? finder.contacts(study.nctId)
				: undefined
	};
};
