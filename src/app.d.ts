import type { Catalogue } from '#lib/search/catalogue.ts';
import type { Store } from '#lib/server/store/store.ts';
import type { Holder } from '#lib/server/catalogue/holder.ts';

declare global {
	namespace App {
		interface Error {
			message: string;
			/** What a person can do next. */
			next?: string;
			/** The incident's id, to find it in the log. */
			id?: string;
		}
		interface Locals {
			finder: Holder;
			store: Store;
			/** The catalogue of this request: one from the first line of it to the last. */
			catalogue: Catalogue;
			now: Date;
			/** `yyyy-MM-dd`, in UTC. */
			today: string;
		}
	}
}
