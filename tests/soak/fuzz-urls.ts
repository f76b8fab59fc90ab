import type { OutgoingHttpHeaders } from 'node:http';
import type { Question } from './ask.ts';
import { encoded, nastyText } from './fuzz-words.ts';
import type { Targets } from './fuzz-targets.ts';
import type { Random } from './random.ts';

/** What is no route, or is one only by accident. */
const elsewhere = [
	'/_app/version.json',
	'/_app/immutable/',
	'/_app/immutable/nothing.js',
	'/favicon.svg',
	'/robots.txt',
	'/metrics',
	'/.env',
	'/.git/config',
	'/src/env.ts',
	'/data/finder.db',
	'/finder.db',
	'/%2e%2e/%2e%2e/etc/passwd',
	'/../../../../etc/passwd',
	'/..%2f..%2f..%2fetc%2fpasswd',
	'/_app/..%2f..%2f..%2f..%2fetc%2fpasswd',
	'/_app/%2e%2e/%2e%2e/%2e%2e/package.json',
	'//example.org/trials',
	'/\\example.org',
	'/trials//',
	'/TRIALS',
	'/trials/.',
	'/trials/..',
	'/trials;a=b',
	'/api',
	'/api/',
	'*',
	'?',
	'http://example.org/trials'
];

const methods = ['HEAD', 'POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH', 'TRACE', 'PROPFIND', 'QUERY'];

const accepted = [
	'*/*',
	'text/html',
	'application/json',
	'text/event-stream',
	'image/png;q=x',
	';;;',
	''
];
const encodings = [
	'gzip',
	'br',
	'br;q=0, gzip;q=0.5',
	'zstd',
	'*;q=0',
	'gzip;q=abc,,;',
	'identity;q=0'
];
const tags = ['*', '"x"', 'W/"x"', '"', 'W/', ', ,', `"${'x'.repeat(3000)}"`];
const ranges = [
	'bytes=0-0',
	'bytes=-1',
	'bytes=5-1',
	'bytes=0-,5-',
	'bytes=999999999999-',
	'lines=1-2',
	'x'
];
const hosts = [
	'example.org',
	'a b',
	'',
	'[::1',
	'127.0.0.1:99999',
	'xn--',
	'..',
	'%00',
	'a@b',
	'[',
	'<x>'
];
const origins = ['null', 'https://example.org', '', 'x', 'file://'];
const odd: [name: string, values: string[]][] = [
	['accept', accepted],
	['accept-encoding', encodings],
	['accept-language', ['de', 'x'.repeat(500), ';q=']],
	['if-none-match', tags],
	['if-modified-since', ['Mon, 01 Jan 2035 00:00:00 GMT', 'x', '-1']],
	['range', ranges],
	['host', hosts],
	['origin', origins],
	['cookie', ['a=b', '=;=;', '__proto__=1', 'a='.repeat(1000)]],
	['content-type', ['application/x-www-form-urlencoded', 'multipart/form-data', 'x']],
	['x-forwarded-proto', ['https', 'x', 'https,http', '://']],
	['x-forwarded-host', ['example.org', '[']],
	['x-finder-protocol', ['https', 'javascript']],
	['x-sveltekit-action', ['true']],
	['x-http-method-override', ['DELETE']],
	['user-agent', ['', 'x'.repeat(4000)]],
	['cache-control', ['no-cache', 'max-age=x']],
	['expect', ['100-continue']],
	['upgrade', ['h2c', 'websocket']]
];

/** A question to any address of the site, right or wrong in any of its parts. */
export function fuzzedUrl(random: Random, targets: Targets): Question {
	const method = random.chance(0.9) ? 'GET' : random.of(methods);
	const path = random.chance(0.9) ? pathOf(random, targets) : random.of(elsewhere);
	// longer ones are the HTTP parser's to refuse, which a few may see
	const address = (path + queryOf(random, targets)).slice(0, random.chance(0.01) ? 20_000 : 12_000);
	return { method, path: address, headers: headersOf(random) };
}

function pathOf(random: Random, targets: Targets): string {
	const pattern = random.of(targets.routes);
	const filled = pattern.replaceAll(/\[(?:\.\.\.)?(\w+)(?:=\w+)?\]/g, (_, name: string) =>
		random.chance(0.7)
			? random.of(targets.parameters[name] ?? ['x'])
			: encoded(random, nastyText(random, 500))
	);
	const slashed = random.chance(0.03) ? `${filled}/` : filled;
	return random.chance(0.15) ? `${slashed.replace(/\/$/, '')}/__data.json` : slashed;
}

function queryOf(random: Random, targets: Targets): string {
	if (random.chance(0.15)) return '';
	const pairs = Array.from({ length: 1 + random.below(random.chance(0.05) ? 60 : 5) }, () => {
		const [key, values] = random.of(targets.keys);
		const name = random.chance(0.93) ? key : encoded(random, nastyText(random, 200));
		const value = random.chance(0.5) && values.length > 0 ? random.of(values) : nastyText(random);
		const pair = `${name}=${encoded(random, value)}`;
		return random.chance(0.08) ? `${pair}&${pair}` : pair;
	});
	if (random.chance(0.05))
		pairs.push(random.of(['x-sveltekit-invalidated=1', '/rate', '/report', '&&==&', '#']));
	return `?${pairs.join(random.chance(0.97) ? '&' : ';')}`;
}

function headersOf(random: Random): OutgoingHttpHeaders {
	if (random.chance(0.6)) return {};
	return Object.fromEntries(
		Array.from({ length: 1 + random.below(3) }, () => {
			const [name, values] = random.of(odd);
			return [name, random.of(values)];
		})
	);
}
