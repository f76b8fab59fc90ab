import { dayOf } from '#lib/study/date.ts';
import { isOpen } from '#lib/study/status.ts';
import { answer } from './answer.ts';
import type { Catalogue, LabelledStudy } from './catalogue.ts';
import { isNear, nearnessOf, withinKm, type Home } from './nearness.ts';
import type { Query } from './query.ts';

/** A study's step from one state to the next. */
interface Step {
	/** When it was seen (ISO instant). */
	at: string;
	before?: LabelledStudy;
	after?: LabelledStudy;
}

/**
 * The steps that concern a search: those of studies that it finds before or after the step, by the
 * day of the step, so that the same step is always told or never.
 * @param steps the same list in later calls is searched faster
 * @param home where `near` is
 */
export function inView<T extends Step>(steps: readonly T[], query: Query, home?: Home): T[] {
	const whole = { ...query, page: 1, size: Number.MAX_SAFE_INTEGER };
	const found = new Set(
		statesByDay(steps).flatMap(({ day, states }) =>
			answer(states, whole, day, home).studies.map(({ study }) => study)
		)
	);
	const has = (state: LabelledStudy | undefined) => state !== undefined && found.has(state.study);
	return steps.filter(({ before, after }) => has(before) || has(after));
}

/**
 * Is there, after a step, an open study with a site within the distance of a search that takes people
 * as far as the record tells, where there was none before? Never where a search asks for no distance.
 */
export function openedNear({ at, before, after }: Step, query: Query, home?: Home): boolean {
	const km = withinKm(query);
	if (km === undefined || !home) return false;
	const day = dayOf(new Date(at));
	const takes = (state: LabelledStudy | undefined) =>
		state !== undefined &&
		isOpen(state.study, day) &&
		isNear(nearnessOf(state.study, home), km, 'open');
	return takes(after) && !takes(before);
}

interface Day {
	day: string;
	states: Catalogue;
}

const known = new WeakMap<readonly Step[], Day[]>();

/** The states before and after the steps of each day, as catalogues, which keep their text index. */
function statesByDay(steps: readonly Step[]): Day[] {
	const before = known.get(steps);
	if (before) return before;
	const made = [...Map.groupBy(steps, ({ at }) => dayOf(new Date(at)))].map(([day, of]) => ({
		day,
		states: catalogueOf(
			of.flatMap(({ before, after }) => [before, after].filter((state) => state !== undefined))
		)
	}));
	known.set(steps, made);
	return made;
}

function catalogueOf(studies: readonly LabelledStudy[]): Catalogue {
	const nothing = { version: '', rules: '', question: [], narrow: false, setAside: [] };
	return { ...nothing, source: 'stored', studies };
}
