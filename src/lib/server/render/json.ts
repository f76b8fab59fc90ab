import type { Answer } from '#lib/search/answer.ts';
import type { Catalogue } from '#lib/search/catalogue.ts';
import { sourceAt } from '#lib/search/data-state.ts';
import { listed, type ListedStudy } from '#lib/search/listed.ts';
import type { Placed } from '#lib/search/placed.ts';
import { serialise, type Parsed } from '#lib/search/url.ts';
import { registryUrl, type NctId } from '#lib/study/study.ts';
import { stated } from '#lib/study/stated.ts';

/** The catalogue as the API describes it (API contract §4). */
export function catalogueJson(catalogue: Catalogue, now: Date) {
	const { version, rules, asOf, dataTimestamp, fetchedAt } = catalogue;
	return {
		version,
		rules,
		source: sourceAt(catalogue, now),
		...stated({ asOf, dataTimestamp, fetchedAt }),
		studies: catalogue.studies.length,
		setAside: catalogue.setAside.length
	};
}

/** Where a study is found: here, in this API, and at the registry. */
export function studyLinks(id: NctId, origin: string) {
	return {
		page: `${origin}/trials/${id}`,
		api: `${origin}/api/v1/studies/${id}`,
		registry: registryUrl(id)
	};
}

/** A study of a list with its links. */
function studyJson(study: ListedStudy, origin: string) {
	return { ...study, links: studyLinks(study.nctId, origin) };
}

/** The place that was found, and what is known of places besides the list. */
function nearJson({ home, unplaced, nearestOpen }: Placed, today: string, origin: string) {
	const { name, lat, lon, country } = home;
	return {
		place: { name, lat, lon, ...stated({ country }) },
		unplaced,
		...stated({ nearestOpen: nearestOpen && studyJson(listed(nearestOpen.hit, today), origin) })
	};
}

/** An answer as `GET /api/v1/studies` gives it. */
export function answerJson(
	answer: Answer,
	parsed: Parsed,
	catalogue: Catalogue,
	at: { now: Date; today: string; origin: string }
) {
	const page = (number: number) =>
		`${at.origin}/api/v1/studies${serialise({ ...answer.query, page: number })}`;
	return {
		catalogue: catalogueJson(catalogue, at.now),
		query: {
			canonical: serialise(answer.query),
			sentence: answer.sentence,
			expansions: answer.expansions,
			ignored: parsed.unknown
		},
		total: answer.total,
		open: answer.open,
		outside: answer.outside,
		...(answer.near && { near: nearJson(answer.near, at.today, at.origin) }),
		page: answer.page,
		pages: answer.pages,
		size: answer.size,
		facets: Object.fromEntries(
			Object.entries(answer.facets).map(([key, values]) => [
				key,
				values.map(({ value, label, count }) => ({ value, label, count }))
			])
		),
		studies: answer.studies.map((hit) => studyJson(listed(hit, at.today), at.origin)),
		links: {
			self: page(answer.page),
			page: `${at.origin}/trials${serialise(answer.query)}`,
			...stated({
				previous: answer.page > 1 ? page(answer.page - 1) : undefined,
				next: answer.page < answer.pages ? page(answer.page + 1) : undefined
			})
		}
	};
}
