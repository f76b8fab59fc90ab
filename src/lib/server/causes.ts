import { causeGroups, type CauseLink } from '#lib/mechanism/causes.ts';
import { mechanisms, type MechanismId } from '#lib/mechanism/taxonomy.ts';
import { articles } from './articles.ts';

/** Causes with their lead and article; all of them, in the order of the articles, or the given ones. */
export function causeLinks(chosen?: readonly MechanismId[]): CauseLink[] {
	return causeGroups
		.flatMap((group) => group.mechanisms)
		.filter((id) => !chosen || chosen.includes(id))
		.map((mechanism) => {
			const article = articles.find((each) => each.mechanism === mechanism);
			const { label, plain } = mechanisms[mechanism];
			return {
				mechanism,
				label,
				lead: article?.lead ?? `${plain}.`,
				...(article ? { slug: article.slug } : {})
			};
		});
}
