/** An age limit: the registry's own words and the same as years. */
export interface Age {
	text: string;
	years: number;
}

const perYear: Record<string, number> = {
	year: 1,
	month: 12,
	week: 52.1775,
	day: 365.25,
	hour: 365.25 * 24,
	minute: 365.25 * 24 * 60
};

/**
 * Reads "18 Years", "1 Year", "6 Months" (API type `time-string`).
 * Gives undefined for anything else; an absent limit is not an age and means "no limit".
 */
export function parseAge(text: string): Age | undefined {
	const parts = /^(\d+) (year|month|week|day|hour|minute)s?$/i.exec(text.trim());
	const unit = perYear[parts?.[2]?.toLowerCase() ?? ''];
	if (!parts || unit === undefined) return undefined;
	return { text: text.trim(), years: Number(parts[1]) / unit };
}
