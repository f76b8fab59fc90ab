import { render } from 'svelte/server';
import { dataWords } from '#lib/charts/marks.ts';
import StandAlone from '#lib/charts/StandAlone.svelte';
import { dataState } from '#lib/search/data-state.ts';
import { chartAsked } from '../chart-asked.ts';
import type { RequestHandler } from './$types';

/** A chart as a picture of its own, with what it covers, its source and its links. */
export const GET: RequestHandler = async (event) => {
	const { chart, covers, page, headers } = await chartAsked(event, event.params.chart);
	const { catalogue, now } = event.locals;
	const source = `Source: ClinicalTrials.gov, ${dataWords(dataState(catalogue, now))}. Causes, treatments and conditions are labels of RLS Trial Finder (rules ${catalogue.rules}), not of the registry. Not endorsed by NLM, NIH or NHLBI.`;
	const { body } = render(StandAlone, {
		props: { chart, covers, source, origin: event.url.origin, page }
	});
	// the marks that Svelte leaves for its script
	const picture = body.replace(/<!--.*?-->/gs, '').trim();
	return new Response(`<?xml version="1.0" encoding="UTF-8"?>\n${picture}\n`, {
		headers: headers('svg', 'image/svg+xml; charset=utf-8')
	});
};
