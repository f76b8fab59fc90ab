import { createHash } from 'node:crypto';
import { isPersonal } from '#lib/search/refine.ts';
import { asked } from '#lib/server/asked.ts';
import { problem } from '#lib/server/http.ts';
import { changesFeed, feedTypes, writeFeed, type FeedFormat } from './feed.ts';

/** The feed that an address asks for; 400 where a value of it cannot be used. */
export function feedResponse(
	format: FeedFormat,
	{ url, request, locals }: { url: URL; request: Request; locals: App.Locals }
): Response {
	const { query, home, problems, unknown } = asked(url.searchParams);
	if (problems.length > 0)
		return problem(400, 'Some values cannot be used; each is named below.', problems);
	const { recent, catalogue, now } = locals;
	const dropped = unknown.filter(({ key }) => key === 'asof');
	const feed = changesFeed(recent.news(), catalogue, {
		...{ query, home, dropped, now },
		origin: url.origin
	});
	return conditional(request, writeFeed[format](feed), {
		'content-type': feedTypes[format],
		'last-modified': feed.updated.toUTCString(),
		'cache-control': isPersonal(query) ? 'private, no-store' : 'public, max-age=60'
	});
}

/**
 * An answer with an ETag of its bytes; 304 without a body for a reader that has them (RFC 9110,
 * section 13.2.2: a date counts only where no tag is sent).
 */
export function conditional(
	{ headers: asked }: Request,
	text: string,
	headers: Record<'content-type' | 'last-modified' | 'cache-control', string>
): Response {
	const etag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 27)}"`;
	const tags = asked.get('if-none-match')?.split(/\s*,\s*/);
	const since = Date.parse(asked.get('if-modified-since') ?? '');
	const known = tags
		? tags.some((tag) => tag === '*' || tag.replace(/^W\//, '') === etag)
		: since >= Date.parse(headers['last-modified']);
	const { 'content-type': type, ...rest } = headers;
	if (known) return new Response(null, { status: 304, headers: { etag, ...rest } });
	return new Response(text, { headers: { etag, 'content-type': type, ...rest } });
}
