import { redirect } from '@sveltejs/kit';
import { findStudy } from '#lib/search/catalogue.ts';
import { notFound } from '#lib/server/http.ts';
import { cardResponse } from '#lib/server/render/card.ts';
import type { RequestHandler } from './$types';
import { cardOf } from './study-card.ts';

/** The link preview of a study. */
export const GET: RequestHandler = ({ params, request, locals }) => {
	const { catalogue } = locals;
	const found = findStudy(catalogue, params.id);
	if (!found) notFound(`${params.id} is not here`);
	const { nctId } = found.study;
	if (nctId !== params.id) redirect(301, `/trials/${nctId}/card.png`);
	return cardResponse(request, cardOf(catalogue, found, locals));
};
