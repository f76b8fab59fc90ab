/** 09:00:04 of the last weekday, as the registry shows it after its daily refresh. */
export function lastRefresh(now: Date): string {
	const day = new Date(now);
	if (day.getUTCHours() < 14) day.setUTCDate(day.getUTCDate() - 1);
	while (day.getUTCDay() % 6 === 0) day.setUTCDate(day.getUTCDate() - 1);
	return `${day.toISOString().slice(0, 10)}T09:00:04`;
}

/** The timestamp of a day later. */
export function nextDay(timestamp: string): string {
	const day = new Date(`${timestamp}Z`);
	day.setUTCDate(day.getUTCDate() + 1);
	return day.toISOString().slice(0, 19);
}
