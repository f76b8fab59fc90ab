import { describe, expect, it } from 'vitest';
import { parse } from '#lib/search/url.ts';
import { starterCatalogue } from '#lib/server/catalogue/starter.ts';
import { cardSize, drawCard, type Card } from '#lib/server/render/card-draw.ts';
import { cardResponse, studyCard, viewCard, viewPreview } from '#lib/server/render/card.ts';
import { drawable, without } from '#lib/server/render/card-text.ts';

const { catalogue } = starterCatalogue();
const at = { now: new Date('2026-11-23T12:00:00Z'), today: '2026-11-23' };
const origin = 'https://finder.example';
const ask = (headers: Record<string, string> = {}) =>
	new Request(`${origin}/card.png`, { headers });
const query = (address: string) => parse(new URLSearchParams(address)).query;
const view = (address: string) => viewCard(catalogue, query(address), at);

async function bytes(card: Card): Promise<Buffer> {
	return Buffer.from(await (await cardResponse(ask(), card)).arrayBuffer());
}

function headlined(headline: string): Card {
	return { headline, facts: [{ value: '1', meaning: 'study' }] };
}

/** Width and height of a PNG, from its first chunk. */
function sizeOf(png: Buffer) {
	expect(png.subarray(0, 8).toString('hex')).toBe('89504e470d0a1a0a');
	expect(png.subarray(12, 16).toString('latin1')).toBe('IHDR');
	return { width: png.readUInt32BE(16), height: png.readUInt32BE(20) };
}

describe('a card', () => {
	it('of a list says its sentence, its numbers and what the data are', () => {
		const card = view('mechanism=iron');
		const [studies, open, data] = card.facts;
		expect(card.headline).toContain('about RLS on iron');
		expect(card.headline.startsWith(`${studies?.value ?? ''} `)).toBe(true);
		expect(open?.meaning).toBe('open now');
		expect(data).toEqual({
			value: 'Old copies',
			meaning: 'a fixed set of records, of different dates'
		});
	});

	it('says how old live data are, and calls what was not checked for a day stored', () => {
		const live = {
			...catalogue,
			source: 'live' as const,
			dataTimestamp: '2026-11-20T09:00:05',
			fetchedAt: '2026-11-23T11:00:00Z'
		};
		const dataOn = (day: string) =>
			viewCard(live, query(''), { now: new Date(`${day}T12:00:00Z`), today: day }).facts[2];
		expect(dataOn('2026-11-23')).toEqual({
			value: 'November 20, 2026',
			meaning: 'registry data, checked within a day'
		});
		expect(dataOn('2026-11-25')?.meaning).toContain('stored');
	});

	it('is a PNG of 1200 by 630', async () => {
		expect(sizeOf(await bytes(view('mechanism=iron')))).toEqual(cardSize);
	});

	it('of a study names it, with its status', async () => {
		const [found] = catalogue.studies;
		if (!found) throw new Error('no study');
		const status = {
			words: 'Completed, confirmed by the sponsor 3 years ago',
			tone: 'closed' as const
		};
		const card = studyCard(catalogue, found, status, at);
		expect(card.headline).toBe(found.study.title);
		expect(card.facts[0]?.value).toBe(found.study.nctId);
		const pictures = await Promise.all([
			bytes(card),
			bytes({ ...card, status: { ...status, tone: 'open' } }),
			bytes({ ...card, status: { ...status, tone: 'stale' } })
		]);
		expect(new Set(pictures.map((png) => png.toString('base64'))).size).toBe(3);
	});
});

describe('what says something of the visitor', () => {
	const plain = 'mechanism=iron&status=completed';
	it.each([
		'age=61',
		'sex=female',
		'near=60611&within=50mi',
		'near=Springfield',
		'sort=distance&near=60611',
		'age=61&sex=male&near=48.1,11.6&within=80km'
	])('%s changes neither the picture nor the words of the link', async (personal) => {
		const address = `${plain}&${personal}`;
		expect(query(address)).not.toEqual(query(plain));
		expect((await drawCard(view(address))).equals(await drawCard(view(plain)))).toBe(true);
		const preview = (of: string) => viewPreview(catalogue, query(of), { ...at, origin });
		expect(preview(address)).toEqual(preview(plain));
		expect(preview(plain).image).toBe(`${origin}/card.png?mechanism=iron&status=completed`);
	});
});

describe('an address that is damaged', () => {
	it('gives the card of what is left', () => {
		expect(view('mechanism=iron,gold&phase=99&fbclid=x&page=3&view=table&asof=2026-01-01')).toEqual(
			view('mechanism=iron')
		);
	});
});

describe('a text that is hard to draw', () => {
	it.each([
		['a long title', 'Effect of iron on restless legs '.repeat(40)],
		['a word of 200 letters', 'W'.repeat(200)],
		['200 letters after a word', `Iron ${'i'.repeat(200)}`],
		['NUL and other controls', 'a\0b\u0007c\u2028d\u202Ee'],
		['emoji', '🦵 👩‍👩‍👧‍👦 🇩🇪 👍🏽'],
		['Chinese', '不宁腿综合征'],
		['Arabic, Hebrew and Thai', 'متلازمة תסמונת โรค'],
		['a heap of marks', `a${'\u0301'.repeat(500)}`],
		['half a letter', '\uD83E iron \uDDB5'],
		['markup', '<b>&amp; "iron" </svg>'],
		['nothing', '']
	])('%s gives a picture', async (_, text) => {
		expect(sizeOf(await bytes(headlined(text)))).toEqual(cardSize);
		expect(sizeOf(await bytes(view(`q=${encodeURIComponent(text.toWellFormed())}`)))).toEqual(
			cardSize
		);
	});

	it('letters that no font has are shown as left out, and said to be', async () => {
		const hidden = await bytes(headlined('Study of 不宁腿 in Ulm'));
		const other = await bytes(headlined('Study of 🦵 in Ulm'));
		const dots = await bytes(headlined('Study of … in Ulm'));
		// no box, no blank: the same ellipsis for both; and more on the picture than the dots alone
		expect(hidden.equals(other)).toBe(true);
		expect(hidden.equals(dots)).toBe(false);
		// found anew at each drawing: a second card must not show empty boxes
		expect((await drawCard(headlined('Study of 不宁腿 in Ulm'))).equals(hidden)).toBe(true);
	});

	it.each(['São Paulo', 'Řehoř Łódź', 'α-2-δ', 'Москва', 'Hà Nội', '≤ 5 µg/m², ≥ 2×, 50 % ± 1 °C'])(
		'%s is drawn as it is',
		async (text) => {
			const plain = await drawCard(headlined(text));
			const gone = await drawCard(headlined(`${text}不`));
			const marked = await drawCard(headlined(`${text}…`));
			expect(plain.equals(marked)).toBe(false);
			expect(gone.equals(marked)).toBe(false);
			expect(without(text, new Set(['不']))).toBe(text);
		}
	);

	it('is cut between words, by letters as people see them', () => {
		expect(drawable('a list of many more words', 18)).toBe('a list of many…');
		expect(drawable('👍🏽'.repeat(5), 5)).toBe('👍🏽'.repeat(5));
		expect(drawable('x'.repeat(20), 5)).toBe('xxxx…');
		expect(drawable('one two', 7)).toBe('one two');
	});
});

describe('an answer with a card', () => {
	it('may be kept for an hour, and is not sent twice', async () => {
		const first = await cardResponse(ask(), view(''));
		expect(first.headers.get('content-type')).toBe('image/png');
		expect(first.headers.get('cache-control')).toBe('public, max-age=3600');
		const etag = first.headers.get('etag') ?? '';
		const again = await cardResponse(ask({ 'if-none-match': etag }), view(''));
		expect([again.status, (await again.arrayBuffer()).byteLength]).toEqual([304, 0]);
		const other = await cardResponse(ask({ 'if-none-match': etag }), view('mechanism=iron'));
		expect(other.status).toBe(200);
	});
});
