import { redirect } from '@sveltejs/kit';
import { notFound } from '#lib/server/http.ts';
import { isNctId } from '#lib/study/study.ts';
import type { PageServerLoad } from './$types';

/** Reached only by what is not a study number as it stands; `nct01234567` is meant well. */
export const load: PageServerLoad = ({ params }) => {
	const id = params.id.trim().toUpperCase();
	if (isNctId(id)) redirect(301, `/trials/${id}`);
	notFound(
		`“${params.id.slice(0, 60)}” is not a study number`,
		'A study number is NCT and eight digits, such as NCT01234567.'
	);
};
