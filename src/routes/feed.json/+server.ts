import { feedResponse } from '#lib/server/render/feed-response.ts';
import type { RequestHandler } from './$types';

/** What changed in the studies that a query finds, as a JSON feed. */
export const GET: RequestHandler = (event) => feedResponse('json', event);
