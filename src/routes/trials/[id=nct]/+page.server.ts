import { fail, redirect } from '@sveltejs/kit';
import { quotesOf } from '#lib/mechanism/quotes.ts';
import { burdenOf } from '#lib/plain/burden.ts';
import { medicineRules } from '#lib/plain/medicine-rules.ts';
import { questionsFor } from '#lib/plain/questions.ts';
import { criteriaHtml } from '#lib/server/criteria-html.ts';
import { termFinder } from '#lib/server/glossary.ts';
import { siteMap } from '#lib/server/map.ts';
import { findStudy } from '#lib/search/catalogue.ts';
import { nearnessOf } from '#lib/search/nearness.ts';
import { homeOf } from '#lib/server/asked.ts';
import { formOf, notFound } from '#lib/server/http.ts';
import { logError } from '#lib/server/log.ts';
import { markdown } from '#lib/server/markdown.ts';
import { sourceAt } from '#lib/search/data-state.ts';
import { resultTables } from '#lib/server/registry/registry.ts';
import { historyOf } from '#lib/server/catalogue/news.ts';
import { studyPreview } from '#lib/server/render/card.ts';
import { cardOf } from './card.png/study-card.ts';
import { studyJsonOf } from '#lib/server/render/study.ts';
import { isNctId, registryUrl } from '#lib/study/study.ts';
import { rulesVersion } from '#lib/mechanism/rules.ts';
import { limitOf, notKept, readReport } from '#lib/server/label-report.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, url, setHeaders, locals }) => {
	const { catalogue, finder, now, today } = locals;
	const found = findStudy(catalogue, params.id);
	if (!found)
		notFound(
			`${params.id} is not among the ${catalogue.studies.length} studies here`,
			`It may be on ClinicalTrials.gov: ${registryUrl(params.id)}`
		);
	const { study } = found;
	if (study.nctId !== params.id) redirect(301, `/trials/${study.nctId}`);
	const near = url.searchParams.get('near')?.trim().slice(0, 100) ?? '';
	if (near !== '') setHeaders({ 'cache-control': 'private, no-store' });
	const { home, others } = homeOf(near);
	const nearness = home && nearnessOf(study, home);
	const quotes = quotesOf(found.labels);
	const html = (field: string, text: string | undefined) =>
		text === undefined ? undefined : markdown(text, { quotes: quotes[`protocolSection.${field}`] });
	return {
		study: studyJsonOf(nearness ? { ...found, nearness } : found, today, url.origin),
		near: home && nearness ? { home, nearness, unit: home.unit } : undefined,
		/** A place that was asked for and is not known here. */
		unknownPlace: near !== '' && !home ? { text: near, others } : undefined,
		history: await historyOf(locals.store, study.nctId).catch(() => undefined),
		preview: studyPreview(cardOf(catalogue, found, locals), study.nctId, url.origin),
		medicines: medicineRules(study),
		burdens: burdenOf(study),
		questions: questionsFor(study),
		results: resultTables(finder.record(study.nctId)),
		map: siteMap(study.sites, home),
		criteria:
			study.eligibility.criteria === undefined
				? undefined
				: criteriaHtml(study.eligibility.criteria, {
						quotes: quotes['protocolSection.eligibilityModule.eligibilityCriteria'],
						linker: termFinder()
					}),
		html: {
			summary: html('descriptionModule.briefSummary', study.summary),
			description: html('descriptionModule.detailedDescription', study.description),
			population: html('eligibilityModule.studyPopulation', study.eligibility.population)
		},
		fromStarter: catalogue.source === 'starter',
		contacts:
			sourceAt(catalogue, now) === 'live' && study.status === 'RECRUITING'
				? finder.contacts(study.nctId)
				: undefined
	};
};

// as for ratings: each client has a limit of its own, this is for all together
const allowReport = limitOf(3600, 60 * 60 * 1000);

export const actions: Actions = {
	/** A visitor says that a label is wrong or missing. Stored with the day, with nothing on who it was. */
	async report({ params, request, locals: { store, catalogue, now, today } }) {
		if (!isNctId(params.id) || !findStudy(catalogue, params.id))
			return fail(404, { mistakes: ['this study is not here'] });
		const form = await formOf(request);
		if (!form) return fail(400, { mistakes: ['the form could not be read'] });
		const report = readReport(form);
		if (!report.ok) return fail(400, { mistakes: report.mistakes });
		if (!allowReport(now.getTime()))
			return fail(429, { mistakes: ['too many reports came at once; try again in an hour'] });
		const { facet, label, verdict, comment } = report;
		try {
			await store.addReport({
				...{ nctId: params.id, facet, label, verdict, comment },
				...{ rules: rulesVersion, madeOn: today }
			});
		} catch (error) {
			logError('A report could not be kept', { error: String(error) });
			return fail(503, { mistakes: [notKept] });
		}
		return { reported: true };
	}
};
