import type { Site } from '#lib/study/study.ts';

/** The two drawings in `static/maps`, in units of their own (`src/bin/maps.ts` draws them). */
export const outlines = {
	us: { file: '/maps/us.svg', width: 975, height: 610 },
	world: { file: '/maps/world.svg', width: 975, height: 468 }
} as const;

export type Outline = keyof typeof outlines;

/** The part of an outline that is shown, in its units. */
export type ViewBox = readonly [x: number, y: number, width: number, height: number];

/** In units of the outline. */
export interface MapPoint {
	x: number;
	y: number;
}

export type MappedSite = Pick<
	Site,
	'status' | 'city' | 'state' | 'country' | 'countryCode' | 'point'
>;

/** Where the visitor is, or wants to search. */
export interface Home {
	lat: number;
	lon: number;
	name: string;
	/** The distance that the visitor chose, with the words for it ("50 miles"). */
	within?: { miles: number; words: string };
}

/**
 * `recruiting` if one site or more is said to recruit, `other` if each is said to do something else,
 * else `not-stated`: what the record does not say is never taken for a no.
 */
export type PlaceState = 'recruiting' | 'other' | 'not-stated';

/** The sites of one city. */
export interface SitePlace {
	/** `Chicago, Illinois`, as far as the record tells; with the country on a map of the world. */
	name: string;
	state: PlaceState;
	total: number;
	recruiting: number;
	/** How many sites have which status, in the words of `statusLabel`. */
	statuses: { label: string; count: number }[];
	/** From the visitor's place to the center of the city. */
	miles?: number;
	/** Absent if the place is not in the drawing. */
	at?: MapPoint;
}

/** What is drawn. */
export interface MapView {
	outline: Outline;
	/** Alaska and Hawaii stand in boxes, which only the whole map shows. */
	part: 'outline' | 'mainland';
	viewBox: ViewBox;
	home?: MapPoint & {
		name: string;
		/** The distance around it: its words, and its line as SVG path data. */
		within?: { words: string; path: string };
	};
}

/** Sites as a drawing and as a list that says the same. */
export interface SiteMap {
	/** Nearest first if the visitor's place is known; else recruiting ones first, then by name. */
	places: SitePlace[];
	/** How many sites are only in the list, because the registry gives no point for them. */
	unmapped: number;
	/** Absent if no place can be drawn. */
	view?: MapView;
}
