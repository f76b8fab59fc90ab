import { causesJson } from '#lib/server/api/causes.ts';
import { json } from '#lib/server/http.ts';
import type { RequestHandler } from './$types';

/** The causes of RLS with their articles and the number of their studies. */
export const GET: RequestHandler = ({ request, url, locals: { catalogue, now, today } }) =>
	json(request, causesJson(catalogue, { now, today, origin: url.origin }));
