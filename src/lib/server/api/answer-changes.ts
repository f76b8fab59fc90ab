import * as v from 'valibot';
import { newsKinds } from '#lib/search/changes.ts';
import { address, canonical, count, instant, KeyProblem, nctId, text } from './answer-parts.ts';
import { StudyLinks } from './answer-study.ts';

export const FieldChange = v.pipe(
	v.object({
		field: text('Name of the fact: status, start, sitesAdded …'),
		label: text('The same for people.'),
		from: v.exactOptional(v.string()),
		to: v.exactOptional(v.string())
	}),
	v.description('One fact before and after; absent: the record did not state it.')
);

export const Change = v.pipe(
	v.object({
		id: text('The same for the same change, for ever.'),
		nctId,
		at: v.pipe(
			instant,
			v.description('When this site saw it, which is later than when it happened.')
		),
		kinds: v.array(v.picklist(newsKinds)),
		changes: v.array(FieldChange),
		title: v.string(),
		/** A study that left has only its page at the registry. */
		links: v.object({
			page: v.exactOptional(StudyLinks.entries.page),
			api: v.exactOptional(StudyLinks.entries.api),
			registry: StudyLinks.entries.registry
		})
	}),
	v.description('One study’s step from one state to the next.')
);

export const ChangesAnswer = v.pipe(
	v.object({
		since: v.pipe(
			instant,
			v.description(
				'The list has every change after this; later than asked where history is short.'
			)
		),
		until: v.pipe(instant, v.description('Ask with this as “since” the next time.')),
		query: v.object({ canonical, ignored: v.array(KeyProblem) }),
		total: count,
		changes: v.pipe(v.array(Change), v.description('Newest first.')),
		links: v.object({ next: v.exactOptional(address) })
	}),
	v.description('What entered, left or changed among the studies that a search finds.')
);
