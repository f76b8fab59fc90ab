import { catalogueJson } from '#lib/server/render/json.ts';
import type { RequestHandler } from './$types';

/** There is a catalogue to answer from; says which, and why a refresh failed if it did. */
export const GET: RequestHandler = ({ locals: { catalogue, finder, now } }) => {
	const ready = catalogue.studies.length > 0;
	return Response.json(
		{ ready, ...catalogueJson(catalogue, now), problem: finder.problem() ?? null },
		{ status: ready ? 200 : 503, headers: { 'cache-control': 'no-store' } }
	);
};
