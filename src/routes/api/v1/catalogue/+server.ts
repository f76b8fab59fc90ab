import { json } from '#lib/server/http.ts';
import { catalogueJson } from '#lib/server/render/json.ts';
import type { RequestHandler } from './$types';

/** The catalogue in hand: version, source, the question asked, and what was set aside and why. */
export const GET: RequestHandler = ({ request, locals: { catalogue, finder, now } }) =>
	json(request, {
		...catalogueJson(catalogue, now),
		question: catalogue.question,
		narrow: catalogue.narrow,
		setAsideRecords: catalogue.setAside,
		problem: finder.problem() ?? null
	});
