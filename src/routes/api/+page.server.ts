import { isAbout } from '#lib/search/filters.ts';
import { clients } from '#lib/server/api/clients.ts';
import { examples } from '#lib/server/api/examples.ts';
import { keyTable } from '#lib/server/api/key-table.ts';
import { limitWords } from '#lib/server/api/keys.ts';
import { paths } from '#lib/server/api/paths.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ url: { origin }, locals: { catalogue } }) => ({
	origin,
	clients: clients(origin),
	examples: examples(catalogue.studies.find(isAbout)?.study.nctId).map((example) => ({
		...example,
		command: `curl ${example.file ? '-OJ ' : ''}'${origin}${example.path}'`
	})),
	addresses: Object.entries(paths).flatMap(([path, { get, post }]) => [
		{ method: 'GET', path, summary: get.summary },
		...(post ? [{ method: 'POST', path, summary: post.summary }] : [])
	]),
	keys: keyTable(),
	limits: limitWords
});
