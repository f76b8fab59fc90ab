import * as v from 'valibot';
import { facetKeys } from '#lib/search/filters.ts';
import { address, canonical, Catalogue, count, KeyProblem, text } from './answer-parts.ts';
import { listedEntries, Study, StudyLinks } from './answer-study.ts';

const positive = v.pipe(v.number(), v.integer(), v.minValue(1));

export const FacetValue = v.object({
	value: text('As it stands in an address.'),
	label: text('Its name for people.'),
	count: v.pipe(count, v.description('Studies that have it, under all other limits of the search.'))
});

export const Facets = v.pipe(
	v.object(v.entriesFromList(facetKeys, v.array(FacetValue))),
	v.description('The values of each key that can be ticked, with counts.')
);

export const Expansion = v.pipe(
	v.object({ term: v.string(), synonyms: v.array(v.string()) }),
	v.description('A name in the words of the search, and what else was searched for it.')
);

export const Near = v.pipe(
	v.object({
		place: v.object({
			name: v.string(),
			lat: v.number(),
			lon: v.number(),
			country: v.exactOptional(text('ISO 3166-1 alpha-2.'))
		}),
		unplaced: v.pipe(
			count,
			v.description('Studies that fit but for the place, which is not known for all their sites.')
		),
		nearestOpen: v.exactOptional(
			v.pipe(
				v.object({ ...listedEntries, links: v.exactOptional(StudyLinks) }),
				v.description('The nearest open study at any distance, where none that was found is open.')
			)
		)
	}),
	v.description('The place that was asked for, as it was understood.')
);

export const StudiesAnswer = v.pipe(
	v.object({
		catalogue: Catalogue,
		query: v.object({
			canonical,
			sentence: text('The search in words.'),
			expansions: v.array(Expansion),
			ignored: v.pipe(
				v.array(KeyProblem),
				v.description('Keys that are not known here; they were not used.')
			)
		}),
		total: v.pipe(count, v.description('Studies found, on all pages.')),
		open: v.pipe(count, v.description('Of these, how many are open now.')),
		outside: v.pipe(
			v.object({ total: count, lookAlike: count, mentionOnly: count }),
			v.description('How many more fit but are not about RLS; scope=all lists them.')
		),
		near: v.exactOptional(Near),
		page: positive,
		pages: positive,
		size: positive,
		facets: Facets,
		studies: v.array(Study),
		links: v.pipe(
			v.object({
				self: address,
				page: v.pipe(address, v.description('The same view for people.')),
				previous: v.exactOptional(address),
				next: v.exactOptional(v.pipe(address, v.description('Absent on the last page.')))
			}),
			v.description('Follow next until it is absent to have every study once.')
		)
	}),
	v.description('The studies that a search finds, one page of them, with counts.')
);

const catalogueKeys = v.pipe(v.array(v.string()), v.description('Values of the key of that name.'));

export const Cause = v.pipe(
	v.object({
		slug: v.string(),
		name: v.string(),
		title: v.string(),
		heading: text('The heading under which the article stands.'),
		lead: text('One or two sentences.'),
		mechanism: catalogueKeys,
		suspect: catalogueKeys,
		related: catalogueKeys,
		total: v.pipe(count, v.description('Studies that belong to it.')),
		open: count,
		posted: v.pipe(v.string(), v.isoDate()),
		revised: v.pipe(v.string(), v.isoDate()),
		nextReview: v.pipe(v.string(), v.isoDate()),
		links: v.object({
			page: v.pipe(address, v.description('The article.')),
			trials: address,
			open: v.pipe(address, v.description('Its open studies, for people.')),
			studies: v.pipe(address, v.description('Its studies in this API.'))
		})
	}),
	v.description('A cause of RLS with its article and the number of its studies.')
);

export const CausesAnswer = v.object({
	catalogue: Catalogue,
	causes: v.pipe(v.array(Cause), v.description('In the order of the site.')),
	links: v.object({ self: address, page: address })
});
