import type { Catalogue } from '#lib/search/catalogue.ts';
import type { Store } from '#lib/server/store/store.ts';
import type { Past } from '#lib/server/catalogue/past.ts';
import type { Recent } from '#lib/server/catalogue/recent.ts';
import type { Metrics } from '#lib/server/serve/metrics.ts';
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
			/** The last changes, in memory. */
			recent: Recent;
			/** Past days, from the store. */
			past: Past;
			metrics: Metrics;
			/** The catalogue of this request: one from the first line of it to the last. */
			catalogue: Catalogue;
			now: Date;
			/** `yyyy-MM-dd`, in UTC. */
			today: string;
		}
	}
}
