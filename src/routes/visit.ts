import { goto } from '$app/navigation';
import { resolve } from '$app/paths';
import type { QueryString } from '#lib/search/url.ts';

/** Shows another view of the finder in place: focus and scroll stay where the visitor has them. */
export async function visit(query: QueryString): Promise<void> {
	await goto(resolve(`/trials${query}`), { keepFocus: true, noScroll: true });
}
