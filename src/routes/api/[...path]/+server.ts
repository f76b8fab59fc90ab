import { problem } from '#lib/server/http.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = () =>
	problem(404, 'There is nothing at this address of the API. Try /api/v1/studies.');
