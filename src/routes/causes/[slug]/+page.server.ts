import { answer } from '#lib/search/answer.ts';
import { listed } from '#lib/search/listed.ts';
import { everything } from '#lib/search/query.ts';
import { articles } from '#lib/server/articles.ts';
import { notFound } from '#lib/server/http.ts';
import type { PageServerLoad } from './$types';

/** How many trials stand at the side; the rest is one link away. */
const beside = 5;

export const load: PageServerLoad = ({ params, locals: { catalogue, today } }) => {
	const article = articles.find(({ slug }) => slug === params.slug);
	if (!article) notFound(`There is no article “${params.slug.slice(0, 60)}” here`);
	const all = answer(catalogue, { ...everything, mechanism: [article.mechanism] }, today);
	return {
		article,
		total: all.total,
		open: all.open,
		studies: all.studies.slice(0, beside).map((hit) => listed(hit, today))
	};
};
