import type { OutgoingHttpHeaders } from 'node:http';
import type { Question } from './ask.ts';
import { nastyText } from './fuzz-words.ts';
import type { Targets } from './fuzz-targets.ts';
import type { Random } from './random.ts';

type Field = [name: string, value: string];

const boundary = 'x-fuzz-x';

/** A body for a form of the site or for a receipt, right or wrong in any of its parts. */
export function fuzzedBody(random: Random, targets: Targets, base: string): Question {
	const receipt = random.chance(0.35);
	const path = receipt ? '/api/v1/receipt' : formOf(random, targets);
	const { type, body } = receipt
		? receiptBody(random, targets)
		: formBody(random, fieldsOf(random, path, targets));
	const headers: OutgoingHttpHeaders = { origin: originOf(random, base) };
	const given = random.chance(0.85) ? type : random.of(wrongTypes);
	if (given !== '') headers['content-type'] = given;
	if (random.chance(0.3)) headers['x-sveltekit-action'] = 'true';
	headers['accept'] = random.of(['text/html', 'application/json', '*/*', '']);
	if (random.chance(0.1)) headers['transfer-encoding'] = 'chunked';
	else headers['content-length'] = body.length;
	return { method: 'POST', path, headers, body };
}

const wrongTypes = [
	'',
	'text/plain',
	'application/json',
	'application/x-www-form-urlencoded; charset=utf-16',
	'application/x-www-form-urlencoded',
	'multipart/form-data',
	'multipart/form-data; boundary=',
	`multipart/form-data; boundary=${'b'.repeat(300)}`,
	'application/octet-stream',
	'image/png',
	';',
	'a/b/c'
];

function originOf(random: Random, base: string): string {
	return random.chance(0.9) ? base : random.of(['null', 'https://example.org', 'x', `${base}0`]);
}

function formOf(random: Random, { parameters }: Targets): string {
	const slug = random.chance(0.9) ? random.of(parameters['slug'] ?? ['iron']) : 'none-such';
	const id = random.chance(0.9) ? random.of(parameters['id'] ?? ['NCT90000001']) : 'NCT99999999';
	const action = random.chance(0.9)
		? undefined
		: random.of(['?/none', '', '?/', '?/rate&/report', '?/__proto__', '?/constructor']);
	return random.chance(0.5)
		? `/causes/${slug}${action ?? '?/rate'}`
		: `/trials/${id}${action ?? '?/report'}`;
}

function fieldsOf(random: Random, path: string, targets: Targets): Field[] {
	const right: Field[] = path.startsWith('/causes')
		? [
				['rating', random.of(['helpful', 'not-helpful'])],
				['comment', 'words']
			]
		: [
				['label', random.of(targets.labels)],
				['verdict', random.of(['wrong', 'missing'])],
				['comment', '']
			];
	const fields = right.flatMap(([name, value]): Field[] => {
		if (random.chance(0.1)) return [];
		const given = random.chance(0.6) ? value : nastyText(random, 4000);
		const field: Field = [name, given];
		return random.chance(0.05) ? [field, [name, nastyText(random)]] : [field];
	});
	return random.chance(0.1) ? [...fields, [nastyText(random, 100), nastyText(random)]] : fields;
}

function formBody(random: Random, fields: Field[]): { type: string; body: Buffer } {
	if (random.chance(0.5)) {
		const text = new URLSearchParams(fields).toString();
		const sent = random.chance(0.8) ? text : text + random.of(['&&=&', '%', '&%FF=%00', '&rating']);
		return { type: 'application/x-www-form-urlencoded', body: grown(random, Buffer.from(sent)) };
	}
	if (random.chance(0.3))
		return { type: 'application/json', body: Buffer.from(JSON.stringify(fields)) };
	const type = `multipart/form-data; boundary=${boundary}`;
	const parts = fields.map(([name, value]) => {
		// a file where a text is awaited
		const file = random.chance(0.1) ? '; filename="a.txt"\r\ncontent-type: text/plain' : '';
		const named = name.replaceAll(/[\r\n"]/g, '?');
		return `--${boundary}\r\ncontent-disposition: form-data; name="${named}"${file}\r\n\r\n${value}\r\n`;
	});
	const whole = Buffer.from(`${parts.join('')}--${boundary}--\r\n`);
	return { type, body: grown(random, damaged(random, whole)) };
}

function receiptBody(random: Random, { receipt }: Targets): { type: string; body: Buffer } {
	const type = random.of(['application/json', 'application/x-ndjson', 'text/plain']);
	const kind = random.below(6);
	if (kind === 0) return { type, body: Buffer.from(nastyText(random)) };
	if (kind === 1)
		return {
			type,
			body: Buffer.from(random.of(['[', '{"a":', '"'].map((text) => text.repeat(20_000))))
		};
	if (kind === 2) return { type, body: damaged(random, Buffer.from(receipt)) };
	if (kind === 3) return { type, body: Buffer.from(`{"receipt":${receipt}}\n{"nctId":1}\n`) };
	return { type, body: grown(random, Buffer.from(withOneWrong(random, receipt))) };
}

/** The receipt with one of its members replaced or taken out. */
function withOneWrong(random: Random, receipt: string): string {
	const value: unknown = JSON.parse(receipt);
	if (typeof value !== 'object' || value === null) return receipt;
	const name = random.of(['canonical', 'searched', 'hash', 'rules', 'dataTimestamp', 'studies']);
	const wrong: unknown = random.of([
		() => nastyText(random),
		() => random.below(10) - 5,
		() => null,
		() => undefined,
		() => [],
		() => ({}),
		() => [['NCT90000001', '2026-02-30', 'x']],
		() => Array.from({ length: 2000 }, () => ['NCT90000001', '', '0123456789ab']),
		() => `?q=${encodeURIComponent(nastyText(random).toWellFormed())}`
	])();
	return JSON.stringify({ ...value, [name]: wrong });
}

function damaged(random: Random, body: Buffer): Buffer {
	if (random.chance(0.6)) return body;
	const copy = Buffer.from(body);
	for (let left = 1 + random.below(5); left > 0; left -= 1)
		copy[random.below(copy.length)] = random.below(256);
	return random.chance(0.5) ? copy : copy.subarray(0, random.below(copy.length));
}

/** Now and then, far more than a form takes. */
function grown(random: Random, body: Buffer): Buffer {
	if (random.chance(0.99)) return body;
	return Buffer.concat([body, Buffer.alloc(random.of([600_000, 6_000_000]), 'a')]);
}
