import { fail } from '@sveltejs/kit';
import { articles } from '#lib/server/articles.ts';
import { neighbours, trialsBeside } from '#lib/server/causes.ts';
import { notFound } from '#lib/server/http.ts';
import { limitOf } from '#lib/server/label-report.ts';
import { readRating } from '#lib/server/rating.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params, locals: { catalogue, today } }) => {
	const article = articles.find(({ slug }) => slug === params.slug);
	if (!article) notFound(`There is no article “${params.slug.slice(0, 60)}” here`);
	return {
		article,
		trials: trialsBeside(article, catalogue, today),
		neighbours: neighbours(article)
	};
};

const allowRating = limitOf(60, 60 * 60 * 1000);

export const actions: Actions = {
	/** A visitor says whether the article helps. Stored with the day, with nothing on who it was. */
	async rate({ params: { slug }, request, locals: { store, now, today } }) {
		if (!articles.some((article) => article.slug === slug))
			return fail(404, { mistakes: ['this article is not here'] });
		const rating = readRating(await request.formData());
		if (!rating.ok) return fail(400, { mistakes: rating.mistakes });
		if (!allowRating(now.getTime()))
			return fail(429, { mistakes: ['too many ratings came at once; try again in an hour'] });
		const { helpful, comment } = rating;
		await store.addRating({ slug, helpful, comment, madeOn: today });
		return { rated: true };
	}
};
