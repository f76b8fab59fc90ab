import type { Response } from 'undici';
import { RegistryError, type Failure } from './registry-error.ts';

/** What came of one try: the parsed JSON, or a fault that may pass by asking again. */
export type Outcome = { json: unknown } | { again: RegistryError; waitMs?: number };

/**
 * Reads one answer to a request for `path`. Faults that may pass (429, 5xx, HTML or cut JSON under
 * 200) come back as `again`; 400, 403, 404 and answers above `maxBytes` are thrown, for asking again
 * does not help there.
 */
export async function readAnswer(
	path: string,
	response: Response,
	maxBytes: number
): Promise<Outcome> {
	const { status } = response;
	if (status === 200) {
		const { text, cut } = await readText(response, maxBytes);
		if (cut) throw failure('too-large', `sent more than ${maxBytes} bytes for ${path}`);
		return parse(path, text);
	}
	if (status === 400 || status === 414) {
		const { text } = await readText(response, 2_000);
		const words = text.trimStart().startsWith('<') ? '' : ` It says: ${text.trim().slice(0, 500)}`;
		throw failure('refused', `does not accept the request for ${path} (${status})`, words);
	}
	await response.body?.cancel();
	if (status === 403) throw failure('blocked', `does not let this program in (403 for ${path})`);
	if (status === 404) throw failure('not-found', `has nothing at ${path} (404)`);
	const fault = failure('unavailable', `answers ${status} for ${path}`);
	if (status !== 408 && status !== 429 && status >= 300 && status < 500) throw fault;
	if (status < 300) return { again: failure('nonsense', `answers ${status} for ${path}`) };
	const seconds = Number(response.headers.get('retry-after') ?? NaN);
	return seconds >= 0 ? { again: fault, waitMs: seconds * 1000 } : { again: fault };
}

function parse(path: string, text: string): Outcome {
	// A maintenance page comes with status 200.
	if (text.trimStart().startsWith('<')) {
		return { again: failure('nonsense', `sent a web page instead of data for ${path}`) };
	}
	if (text.trim() === '') return { again: failure('nonsense', `sent nothing for ${path}`) };
	try {
		return { json: JSON.parse(text) };
	} catch {
		return { again: failure('nonsense', `sent data that cannot be read for ${path}`) };
	}
}

/** The text of a body up to `most` bytes, counted as they come; the rest is not fetched. */
async function readText(response: Response, most: number): Promise<{ text: string; cut: boolean }> {
	const decoder = new TextDecoder();
	let [text, bytes] = ['', 0];
	for await (const chunk of response.body ?? []) {
		bytes += chunk.byteLength;
		// Leaving the loop cancels the stream.
		if (bytes > most) return { text, cut: true };
		text += decoder.decode(chunk, { stream: true });
	}
	return { text: text + decoder.decode(), cut: false };
}

function failure(kind: Failure, what: string, more = ''): RegistryError {
	return new RegistryError(kind, `ClinicalTrials.gov ${what}.${more}`);
}
