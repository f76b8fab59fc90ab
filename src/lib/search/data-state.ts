import { dayOf, inWords, isPartialDate } from '#lib/study/date.ts';
import type { Catalogue, Source } from './catalogue.ts';

/** How old the data are and where they come from, for the banner and the footer of each page. */
export interface DataState {
	source: Source;
	/** The day on which this site last reached the registry, in words. */
	checked?: string;
	/** The day on which the registry processed the data, in words. */
	processed?: string;
	studies: number;
	setAside: number;
	narrow: boolean;
	rules: string;
	version: string;
}

const day = 24 * 60 * 60 * 1000;

/** `live` only while the last check with the registry is less than a day old. */
export function sourceAt(catalogue: Catalogue, now: Date): Source {
	if (catalogue.source !== 'live') return catalogue.source;
	const checked = Date.parse(catalogue.fetchedAt ?? '');
	return now.getTime() - checked < day ? 'live' : 'stored';
}

/** What a page says of the data behind it, at an instant. */
export function dataState(catalogue: Catalogue, now: Date): DataState {
	const { fetchedAt, dataTimestamp } = catalogue;
	const processed = dataTimestamp?.slice(0, 10);
	return {
		source: sourceAt(catalogue, now),
		...(fetchedAt === undefined ? {} : { checked: daily(fetchedAt) }),
		...(processed !== undefined && isPartialDate(processed)
			? { processed: inWords(processed) }
			: {}),
		studies: catalogue.studies.length,
		setAside: catalogue.setAside.length,
		narrow: catalogue.narrow,
		rules: catalogue.rules,
		version: catalogue.version
	};
}

function daily(instant: string): string {
	const text = dayOf(new Date(instant));
	return isPartialDate(text) ? inWords(text) : text;
}
