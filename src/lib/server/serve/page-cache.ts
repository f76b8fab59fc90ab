import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { LRUCache } from 'lru-cache';

const compress = {
	br: (body: Buffer) =>
		promisify(brotliCompress)(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
	gzip: (body: Buffer) => promisify(gzip)(body, { level: 6 })
};
type Encoding = keyof typeof compress;

/** An answer that was rendered once, with its bytes as they are sent. */
interface Kept {
	status: number;
	headers: [name: string, value: string][];
	etag: string;
	body: Buffer;
	/** Compressed at the first request that takes it. */
	encoded: Map<Encoding, Promise<Buffer>>;
}

export interface PageCache {
	/**
	 * Gives the kept answer of an address, or renders it, once for all who ask meanwhile. What may not
	 * be kept (`no-store`, an error, a body that is streamed) goes through as it is.
	 * @param age what the answer depends on besides the address: when it changes, all is rendered anew
	 */
	answer(
		request: Request,
		key: string,
		age: object,
		render: () => Promise<Response>
	): Promise<Response>;
	/** For the metrics. */
	counts(): { hits: number; misses: number; bytes: number };
}

/** Smaller bodies are not worth compressing. */
const least = 1024;
const compressible =
	/^(?:text\/|application\/(?:json|problem\+json|feed\+json|atom\+xml|xml|javascript)|image\/svg)/;

/**
 * A bounded memory of whole answers. The least used go first.
 * @param most bytes of bodies, uncompressed, that are kept
 */
export function createPageCache(most: number): PageCache {
	const kept = new LRUCache<string, Kept>({
		maxSize: most,
		// a compressed copy or two beside the body
		sizeCalculation: ({ body }) => Math.ceil(body.length * 1.5) + 1024
	});
	const pending = new Map<string, Promise<Kept | Response>>();
	let current: object | undefined;
	let [hits, misses] = [0, 0];

	return {
		async answer(request, key, age, render) {
			if (age !== current) {
				current = age;
				kept.clear();
				pending.clear();
			}
			const known = kept.get(key);
			if (known) {
				hits += 1;
				return send(known, request);
			}
			const underWay = pending.get(key);
			if (underWay) {
				const shared = await underWay;
				// what may not be kept is made for each visitor anew
				return shared instanceof Response ? render() : send(shared, request);
			}
			misses += 1;
			const made = render().then(keep);
			pending.set(key, made);
			try {
				const result = await made;
				if (result instanceof Response) return result;
				if (current === age) kept.set(key, result);
				return await send(result, request);
			} finally {
				if (pending.get(key) === made) pending.delete(key);
			}
		},
		counts: () => ({ hits, misses, bytes: kept.calculatedSize ?? 0 })
	};
}

/** Reads an answer that may be kept; gives all others back untouched. */
async function keep(response: Response): Promise<Kept | Response> {
	const control = response.headers.get('cache-control') ?? '';
	const { status, headers } = response;
	if (status !== 200 || /no-store|private/.test(control) || headers.has('set-cookie'))
		return response;
	const body = Buffer.from(await response.arrayBuffer());
	const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`;
	const own = new Set(['etag', 'content-length']);
	return {
		status,
		headers: [...headers].filter(([name]) => !own.has(name)),
		etag,
		body,
		encoded: new Map()
	};
}

async function send(kept: Kept, request: Request): Promise<Response> {
	const headers = new Headers(kept.headers);
	const encoding = encodingFor(kept, request);
	// each form of an answer has a tag of its own (RFC 9110 §8.8.3)
	const etag = encoding ? kept.etag.replace(/"$/, `-${encoding}"`) : kept.etag;
	headers.set('etag', etag);
	headers.append('vary', 'accept-encoding');
	if (isKnown(request, kept.etag)) return new Response(null, { status: 304, headers });
	if (!encoding) return new Response(new Uint8Array(kept.body), { status: kept.status, headers });
	const bytes = kept.encoded.get(encoding) ?? compress[encoding](kept.body);
	kept.encoded.set(encoding, bytes);
	headers.set('content-encoding', encoding);
	return new Response(new Uint8Array(await bytes), { status: kept.status, headers });
}

/** Has the client these bytes, in whatever form it got them? */
function isKnown(request: Request, etag: string): boolean {
	const tags = request.headers.get('if-none-match')?.split(/\s*,\s*/) ?? [];
	const bare = (tag: string) => tag.replace(/^W\//, '').replace(/-(?:br|gzip)"$/, '"');
	return tags.some((tag) => tag === '*' || bare(tag) === etag);
}

function encodingFor(kept: Kept, request: Request): Encoding | undefined {
	const type = kept.headers.find(([name]) => name === 'content-type')?.[1] ?? '';
	if (kept.body.length < least || !compressible.test(type)) return undefined;
	const accepted = request.headers.get('accept-encoding') ?? '';
	const takes = (name: string) =>
		accepted
			.split(',')
			.map((part) => part.trim().toLowerCase())
			.some((part) => part.split(';')[0] === name && !/;\s*q=0(?:\.0*)?$/.test(part));
	return takes('br') ? 'br' : takes('gzip') ? 'gzip' : undefined;
}
