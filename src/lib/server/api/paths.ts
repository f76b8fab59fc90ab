import type { QueryKey } from '#lib/search/query.ts';
import { exportIds, type ExportId } from '#lib/search/receipt-links.ts';
import { feedTypes } from '#lib/server/render/feed.ts';
import { exportFormats } from '#lib/server/render/stream-formats.ts';
import { schemaRef } from './components.ts';
import { parameterRefs, queryKeys } from './parameters.ts';
import {
	documentReplies,
	feedReplies,
	fileReplies,
	freshReplies,
	jsonReplies,
	searchReplies,
	sentReplies,
	studyReplies
} from './responses.ts';

/** What can be done at an address. */
export interface Operation {
	operationId: string;
	tags: [string];
	summary: string;
	description?: string;
	parameters?: unknown[];
	requestBody?: unknown;
	responses: Record<string, Record<string, unknown>>;
}

export interface PathItem {
	get: Operation;
	post?: Operation;
}

/** Keys that only say how a list is shown, or which page of it. */
const showing = new Set<QueryKey>(['view', 'columns', 'pin', 'density', 'page', 'size']);
const wholeList = queryKeys.filter((key) => !showing.has(key));
const living = wholeList.filter((key) => key !== 'asof' && key !== 'sort');

const exportWords: Record<ExportId, { name: string; says: string }> = {
	csv: { name: 'CSV', says: 'A table. Columns of our making begin with “finder_”.' },
	ndjson: {
		name: 'NDJSON',
		says: 'A JSON value a line: first {"receipt": …}, then each study as in a list.'
	},
	ris: { name: 'RIS', says: 'For EndNote, Zotero and their kin.' },
	bib: { name: 'BibTeX', says: 'For LaTeX.' }
};

function exportPath(id: ExportId): [string, PathItem] {
	const { name, says } = exportWords[id];
	return [
		`/api/v1/studies.${id}`,
		{
			get: {
				operationId: `exportStudies${name}`,
				tags: ['Files'],
				summary: `All studies that a search finds, as ${name}`,
				description: `${says} All pages at once, with the receipt of the search.`,
				parameters: parameterRefs([...wholeList, ...(id === 'csv' ? (['bom'] as const) : [])]),
				responses: fileReplies(mediaType(exportFormats[id].type))
			}
		}
	];
}

function feedPath(format: 'atom' | 'json'): [string, PathItem] {
	const [path, name, schema] =
		format === 'atom'
			? (['/feed.xml', 'Atom', { type: 'string' }] as const)
			: (['/feed.json', 'JSON', { type: 'object', required: ['version', 'items'] }] as const);
	return [
		path,
		{
			get: {
				operationId: `feed${name}`,
				tags: ['Changes'],
				summary: `Changes among the studies that a search finds, as ${name} feed`,
				description: 'For feed readers. Not part of version 1, but kept as long as it.',
				parameters: parameterRefs(living),
				responses: feedReplies(mediaType(feedTypes[format]), schema)
			}
		}
	];
}

/** Every address of the API, with what it takes and answers. */
export const paths: Record<string, PathItem> = {
	'/api/v1/studies': {
		get: {
			operationId: 'listStudies',
			tags: ['Studies'],
			summary: 'The studies that a search finds, with counts',
			description:
				'Takes the same keys as the page /trials: any view of the site is the same query string here. Follow links.next to the end to have every study once.',
			parameters: parameterRefs(queryKeys),
			responses: searchReplies('A page of studies.', 'StudiesAnswer')
		}
	},
	'/api/v1/studies/{nctId}': {
		get: {
			operationId: 'getStudy',
			tags: ['Studies'],
			summary: 'One study with its labels and its record',
			parameters: [
				{
					name: 'nctId',
					in: 'path',
					required: true,
					description: 'Study number, in capitals.',
					schema: { type: 'string', pattern: '^NCT\\d{8}$' },
					example: 'NCT01234567'
				}
			],
			responses: studyReplies()
		}
	},
	...Object.fromEntries(exportIds.map(exportPath)),
	'/api/v1/receipt': {
		get: {
			operationId: 'getReceipt',
			tags: ['Receipts'],
			summary: 'How the list of a search was made, to cite and to repeat it',
			description:
				'With the at and the hash of a receipt: the same search again, and which studies differ.',
			parameters: parameterRefs([...wholeList, 'at', 'hash']),
			responses: freshReplies('The receipt, or the comparison.', 'ReceiptAnswer')
		},
		post: {
			operationId: 'compareReceipt',
			tags: ['Receipts'],
			summary: 'Run the search of a receipt again, and say which studies differ',
			description:
				'Send a receipt with its list, from this or another installation, or the first line of an NDJSON file. At most 5 MB. Nothing of it is kept.',
			requestBody: {
				required: true,
				content: {
					'application/json': { schema: schemaRef('Receipt') },
					'application/x-ndjson': { schema: { type: 'string' } }
				}
			},
			responses: sentReplies('The comparison.', 'Comparison')
		}
	},
	'/api/v1/changes': {
		get: {
			operationId: 'listChanges',
			tags: ['Changes'],
			summary: 'What entered, left or changed, newest first',
			parameters: parameterRefs([...living, 'since', 'limit', 'after']),
			responses: searchReplies('The changes.', 'ChangesAnswer')
		}
	},
	'/api/v1/causes': {
		get: {
			operationId: 'listCauses',
			tags: ['Causes'],
			summary: 'The causes of RLS with their articles and numbers of studies',
			responses: jsonReplies('The causes.', 'CausesAnswer')
		}
	},
	'/api/v1/catalogue': {
		get: {
			operationId: 'getCatalogue',
			tags: ['Data'],
			summary: 'Which data these are, and what was set aside',
			responses: jsonReplies('The catalogue in hand.', 'CatalogueAnswer')
		}
	},
	'/api/v1/openapi.json': {
		get: {
			operationId: 'getOpenApi',
			tags: ['Data'],
			summary: 'This document',
			responses: documentReplies()
		}
	},
	...Object.fromEntries((['atom', 'json'] as const).map(feedPath))
};

/** `text/csv; charset=utf-8` → `text/csv` */
function mediaType(type: string): string {
	return type.replace(/;.*$/, '');
}
