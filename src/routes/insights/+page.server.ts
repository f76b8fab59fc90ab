import { insights } from '#lib/insights/insights.ts';
import { viewOf } from '#lib/insights/view.ts';
import { everything } from '#lib/search/query.ts';
import { isPersonal } from '#lib/search/refine.ts';
import { serialise } from '#lib/search/url.ts';
import { askedAt } from '#lib/server/asked.ts';
import { covers } from './covers.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ url, setHeaders, locals }) => {
	const { query, problems, home, catalogue, today } = await askedAt(url.searchParams, locals);
	const personal = isPersonal(query);
	if (personal) setHeaders({ 'cache-control': 'no-store' });
	const view = viewOf(catalogue, query, today, home);
	const { sort, view: look, columns, pin, density, size } = everything;
	return {
		query: view.query,
		total: view.hits.length,
		covers: covers(view, home),
		sections: insights(view),
		problems,
		personal,
		canonical: `${url.origin}/insights${serialise({ ...view.query, sort, view: look, columns, pin, density, size })}`
	};
};
