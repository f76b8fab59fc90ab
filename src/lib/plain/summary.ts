import type { Study } from '#lib/study/study.ts';
import { givenIn } from './given.ts';
import { groupsOf } from './groups.ts';
import { kindOf } from './kind.ts';
import { maskingOf } from './masking.ts';
import { notStated, unreadIn } from './not-stated.ts';
import { howMany, whoFor } from './people.ts';
import { placesOf } from './place.ts';
import type { Saying } from './saying.ts';
import { standingOf } from './standing.ts';
import { timesOf } from './time.ts';

/**
 * A study in plain words. Each sentence is put together by rule from structured fields, never from
 * free text; names and words that are new to us stand as the registry writes them, and no number is
 * left out, rounded or worked out but the age of the last check.
 * @param today `yyyy-MM-dd`; decides how old the word on the status is
 * @returns one sentence each, in reading order, with the paths of the fields that it came from; for
 * what is not stated these are the fields that would tell it
 */
export function plainSummary(study: Study, today: string): Saying[] {
	return [
		...kindOf(study),
		...givenIn(study),
		...groupsOf(study),
		...maskingOf(study),
		...howMany(study),
		...whoFor(study),
		...timesOf(study, today),
		...placesOf(study),
		...standingOf(study, today),
		...unreadIn(study),
		...notStated(study)
	].map(({ says, fields }) => ({ says, fields: [...new Set(fields)] }));
}
