import type { NctId } from '#lib/study/study.ts';

/** A request to try: each answers 200 on every installation. */
export interface Example {
	title: string;
	/** Address without the origin. */
	path: string;
	says: string;
	/** It answers with a file to keep. */
	file?: true;
}

/** @param id a study that is here; undefined: there is none */
export function examples(id: NctId | undefined): Example[] {
	return [
		{
			title: 'Open studies on iron',
			path: '/api/v1/studies?mechanism=iron&status=open',
			says: 'The same query string as the page of that view.'
		},
		{
			title: 'Dopamine trials since 2015 in phase 3, with results',
			path: '/api/v1/studies?mechanism=dopamine&phase=3&started=2015..&results=posted',
			says: 'Several limits: a study must fit all of them.'
		},
		{
			title: 'Iron or genetics, newest first, 100 a page',
			path: '/api/v1/studies?mechanism=iron,genetics&sort=-started&size=100',
			says: 'Several values of one key: a study must fit one of them.'
		},
		{
			title: 'Words, in titles and elsewhere',
			path: '/api/v1/studies?q=pregabalin+OR+gabapentin',
			says: '“query.expansions” in the answer names the synonyms that were used.'
		},
		{
			title: 'Studies within 50 miles of a US ZIP code',
			path: '/api/v1/studies?near=60611&within=50mi&sort=distance',
			says: 'Each study has its nearest site; answers about a place are kept by no cache.'
		},
		{
			title: 'Everything that the registry sent, look-alikes too',
			path: '/api/v1/studies?scope=all',
			says: 'For a review, begin here.'
		},
		...(id === undefined
			? []
			: [
					{
						title: 'One study',
						path: `/api/v1/studies/${id}`,
						says: 'Labels with proof, all facts, and the record as received.'
					}
				]),
		{
			title: 'All studies on kidney failure as a table',
			path: '/api/v1/studies.csv?related=kidney',
			says: 'All pages in one file.',
			file: true
		},
		{
			title: 'The same for a reference manager',
			path: '/api/v1/studies.ris?related=kidney',
			says: 'Also as .bib and .ndjson.',
			file: true
		},
		{
			title: 'How that list was made',
			path: '/api/v1/receipt?related=kidney',
			says: 'To cite the search, and to repeat it later.'
		},
		{
			title: 'What changed',
			path: '/api/v1/changes?mechanism=iron',
			says: 'Ask with “until” of the answer as since the next time.'
		},
		{
			title: 'Causes with their articles',
			path: '/api/v1/causes',
			says: 'The keys that find the studies of each cause, and how many there are.'
		},
		{ title: 'Which data these are', path: '/api/v1/catalogue', says: 'Version, date and source.' },
		{
			title: 'A feed for a feed reader',
			path: '/feed.xml?mechanism=iron&status=open',
			says: 'Also as /feed.json.'
		}
	];
}
