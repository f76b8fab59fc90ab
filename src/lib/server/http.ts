import { createHash } from 'node:crypto';
import { error } from '@sveltejs/kit';
import type { Problem } from '#lib/search/url.ts';

const titles: Record<number, string> = {
	400: 'The request has a mistake',
	404: 'Not found',
	413: 'Too large',
	414: 'The address is too long',
	429: 'Too many requests',
	503: 'Not ready'
};

/**
 * Ends a page with 404: what is not there, and what to do next.
 * @throws always, for SvelteKit to show
 */
export function notFound(message: string, next?: string): never {
	error(404, next === undefined ? { message } : { message, next });
}

/** An error of the API as problem details (RFC 9457): what is wrong, and every key that is. */
export function problem(status: number, detail: string, problems: Problem[] = []): Response {
	return Response.json(
		{ type: 'about:blank', title: titles[status] ?? 'Error', status, detail, problems },
		{ status, headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store' } }
	);
}

/** Turns a request away before anything reads it: a short page for people, problem details for programs. */
export function refusal(request: Request, status: number, detail: string): Response {
	if (!/text\/html/.test(request.headers.get('accept') ?? '')) return problem(status, detail);
	const title = titles[status] ?? 'Error';
	return new Response(
		`<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><main><h1>${title}</h1><p>${detail}</p><p><a href="/">RLS Trial Finder</a></p></main></html>`,
		{ status, headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' } }
	);
}

/** The fields of a form that was sent; undefined for a body that is none, whatever its head says. */
export async function formOf(request: Request): Promise<FormData | undefined> {
	return request.formData().catch(() => undefined);
}

/**
 * A JSON answer with an ETag of its bytes; 304 without a body for a client that has them.
 * @param personal the address says something of the visitor: no cache may keep the answer
 */
export function json(request: Request, body: unknown, personal = false): Response {
	const text = JSON.stringify(body);
	const type = { 'content-type': 'application/json; charset=utf-8' };
	if (personal)
		return new Response(text, { headers: { ...type, 'cache-control': 'private, no-store' } });
	const etag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 27)}"`;
	const headers = { etag, 'cache-control': 'public, max-age=60' };
	const known = request.headers.get('if-none-match')?.split(/\s*,\s*/) ?? [];
	if (known.some((tag) => tag === '*' || tag.replace(/^W\//, '') === etag))
		return new Response(null, { status: 304, headers });
	return new Response(text, {
		headers: { ...headers, ...type }
	});
}
