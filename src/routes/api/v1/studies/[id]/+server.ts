import { findStudy } from '#lib/search/catalogue.ts';
import { isNctId } from '#lib/study/study.ts';
import { json, problem } from '#lib/server/http.ts';
import { catalogueJson } from '#lib/server/render/json.ts';
import { studyJsonOf } from '#lib/server/render/study.ts';
import type { RequestHandler } from './$types';

/** One study with everything that its page shows, and the registry record as received. */
export const GET: RequestHandler = ({ params, url, request, locals }) => {
	const { catalogue, finder, now, today } = locals;
	const id = params.id;
	if (!isNctId(id))
		return problem(400, 'A study number is NCT and eight digits, such as NCT01234567.', [
			{ key: 'nctId', value: id.slice(0, 60), reason: 'is not a study number' }
		]);
	const found = findStudy(catalogue, id);
	if (!found)
		return problem(404, `${id} is not among the ${catalogue.studies.length} studies here.`);
	if (found.study.nctId !== id)
		return new Response(null, {
			status: 301,
			headers: { location: `/api/v1/studies/${found.study.nctId}` }
		});
	return json(request, {
		catalogue: catalogueJson(catalogue, now),
		...studyJsonOf(found, today, url.origin),
		record: finder.record(id) ?? null
	});
};
