import type { RequestHandler } from './$types';

/** What an operator watches, for Prometheus. Nothing in it tells of a visitor. */
export const GET: RequestHandler = async ({ locals: { metrics } }) => {
	const { body, type } = await metrics.text();
	return new Response(body, { headers: { 'content-type': type, 'cache-control': 'no-store' } });
};
