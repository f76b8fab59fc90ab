import { answer } from '#lib/search/answer.ts';
import { everything } from '#lib/search/query.ts';
import { viewPreview } from '#lib/server/render/card.ts';
import { causeIndex } from '#lib/server/causes.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ url, locals: { catalogue, now, today } }) => {
	const { total, open } = answer(catalogue, everything, today);
	const preview = viewPreview(
		catalogue,
		everything,
		{ now, today, origin: url.origin },
		{
			title: 'RLS Trial Finder: clinical trials on restless legs syndrome, by cause',
			found: { total, open }
		}
	);
	return { preview, about: total, open, groups: causeIndex(catalogue, today) };
};
