import { causeIndex } from '#lib/server/causes.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { catalogue, today } }) => ({
	groups: causeIndex(catalogue, today)
});
