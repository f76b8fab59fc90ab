import type { ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { firewallPage } from './html.ts';

export interface Answer {
	status: number;
	type: string;
	body: string;
	headers?: Record<string, string>;
}

export const json = (body: string): Answer => ({ status: 200, type: 'application/json', body });
export const plain = (status: number, body: string): Answer => ({
	status,
	type: 'text/plain; charset=UTF-8',
	body
});
export const html = (status: number, body: string): Answer => ({
	status,
	type: 'text/html; charset=UTF-8',
	body
});

/** What comes instead of an answer when the registry, or what stands before it, fails. */
export function failure(status: number): Answer {
	if (status === 403) return html(403, firewallPage);
	const reasons: Record<number, string> = {
		429: 'Too Many Requests',
		500: 'Internal Server Error',
		502: 'Bad Gateway'
	};
	return plain(status, reasons[status] ?? 'upstream connect error or disconnect/reset');
}

/** Sends the head at once and the body in ten pieces over so many milliseconds. */
function sendSlowly(response: ServerResponse, body: Buffer, milliseconds: number): void {
	const part = Math.max(1, Math.ceil(body.length / 10));
	let sent = 0;
	response.flushHeaders();
	const timer = setInterval(() => {
		response.write(body.subarray(sent, sent + part));
		sent += part;
		if (sent < body.length) return;
		clearInterval(timer);
		response.end();
	}, milliseconds / 10);
	response.on('close', () => {
		clearInterval(timer);
	});
}

/** Sends an answer: packed or not, at once or over so many milliseconds. */
export function send(
	response: ServerResponse,
	{ status, type, body, headers = {} }: Answer,
	{ packed = false, slowness = 0 }: { packed?: boolean; slowness?: number } = {}
): void {
	const bytes = packed ? gzipSync(body) : Buffer.from(body);
	response.writeHead(status, {
		server: 'istio-envoy',
		'content-type': type,
		'access-control-allow-origin': '*',
		...headers,
		...(packed ? { 'content-encoding': 'gzip' } : {})
	});
	if (slowness > 0) sendSlowly(response, bytes, slowness);
	else response.end(bytes);
}
