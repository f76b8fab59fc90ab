import type { DataState } from '#lib/search/data-state.ts';

/** How old the data on paper are and where they come from. */
export function dataWords(state: DataState): string {
	const processed = state.processed ? ` It processed the data on ${state.processed}.` : '';
	const source = `Source: ClinicalTrials.gov, US National Library of Medicine.${processed}`;
	if (state.source === 'starter')
		return `${source} This is a fixed set of old copies; look at the current record.`;
	const checked = state.checked
		? ` This site last checked it on ${state.checked}.`
		: ' The records were brought by hand.';
	return state.source === 'stored'
		? `${source}${checked} The registry has not answered since; look at the current record.`
		: `${source}${checked}`;
}
