import { dataState } from '#lib/search/data-state.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = ({ locals: { catalogue, now, today } }) => ({
	state: dataState(catalogue, now),
	today
});
