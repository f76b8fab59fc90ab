import { parse } from '#lib/search/url.ts';
import { cardResponse, viewCard } from '#lib/server/render/card.ts';
import type { RequestHandler } from './$types';

/** The link preview of a list. What cannot be used in the address is left out, as on its page. */
export const GET: RequestHandler = ({ url, request, locals }) =>
	cardResponse(request, viewCard(locals.catalogue, parse(url.searchParams).query, locals));
