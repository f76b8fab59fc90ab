import { fail } from '@sveltejs/kit';
import { articles } from '#lib/server/articles.ts';
import { everything } from '#lib/search/query.ts';
import { viewPreview } from '#lib/server/render/card.ts';
import { neighbours, trialsBeside } from '#lib/server/causes.ts';
import { formOf, notFound } from '#lib/server/http.ts';
import { logError } from '#lib/server/log.ts';
import { limitOf, notKept } from '#lib/server/label-report.ts';
import { readRating } from '#lib/server/rating.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params, url, locals: { catalogue, now, today } }) => {
	const article = articles.find(({ slug }) => slug === params.slug);
	if (!article) notFound(`There is no article “${params.slug.slice(0, 60)}” here`);
	const query = { ...everything, ...article.trials };
	const at = { now, today, origin: url.origin };
	return {
		preview: viewPreview(catalogue, query, at, { title: article.name }),
		article,
		trials: trialsBeside(article, catalogue, today),
		neighbours: neighbours(article)
	};
};

// each client has a limit of its own (hooks); this bounds what all together can fill the store with
const allowRating = limitOf(3600, 60 * 60 * 1000);

export const actions: Actions = {
	/** A visitor says whether the article helps. Stored with the day, with nothing on who it was. */
	async rate({ params: { slug }, request, locals: { store, now, today } }) {
		if (!articles.some((article) => article.slug === slug))
			return fail(404, { mistakes: ['this article is not here'] });
		const form = await formOf(request);
		if (!form) return fail(400, { mistakes: ['the form could not be read'] });
		const rating = readRating(form);
		if (!rating.ok) return fail(400, { mistakes: rating.mistakes });
		if (!allowRating(now.getTime()))
			return fail(429, { mistakes: ['too many ratings came at once; try again in an hour'] });
		const { helpful, comment } = rating;
		try {
			await store.addRating({ slug, helpful, comment, madeOn: today });
		} catch (error) {
			logError('A rating could not be kept', { error: String(error) });
			return fail(503, { mistakes: [notKept] });
		}
		return { rated: true };
	}
};
