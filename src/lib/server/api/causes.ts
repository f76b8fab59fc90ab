import type { Catalogue } from '#lib/search/catalogue.ts';
import { articles } from '#lib/server/articles.ts';
import { causeIndex } from '#lib/server/causes.ts';
import { catalogueJson } from '#lib/server/render/json.ts';

/**
 * The causes with their articles and the number of their studies, as `GET /api/v1/causes` gives
 * them: in the order of the site.
 * @param at.today `yyyy-MM-dd`; decides which studies count as open.
 */
export function causesJson(
	catalogue: Catalogue,
	{ now, today, origin }: { now: Date; today: string; origin: string }
) {
	const counted = causeIndex(catalogue, today).flatMap((group) => group.articles);
	return {
		catalogue: catalogueJson(catalogue, now),
		causes: counted.flatMap(({ slug, total, open, links }) =>
			articles
				.filter((article) => article.slug === slug)
				.map(({ name, title, group, lead, trials, posted, revised, nextReview }) => ({
					...{ slug, name, title, heading: group, lead },
					...{ mechanism: trials.mechanism, suspect: trials.suspect, related: trials.related },
					...{ total, open, posted, revised, nextReview },
					links: {
						page: `${origin}/causes/${slug}`,
						trials: `${origin}/trials${links.all}`,
						open: `${origin}/trials${links.open}`,
						studies: `${origin}/api/v1/studies${links.all}`
					}
				}))
		),
		links: { self: `${origin}/api/v1/causes`, page: `${origin}/causes` }
	};
}
