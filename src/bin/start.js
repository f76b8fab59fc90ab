// Serves the build. Reads the variables of src/env.ts; see README.md.
import process from 'node:process';

// adapter-node takes https for granted unless a header tells, and then refuses every form over plain
// http. We own that header: whatever a client sends in it is overwritten below.
const header = 'x-finder-protocol';
process.env['PROTOCOL_HEADER'] = header;
// who asks, for the rate limit: the address that connects, or what a trusted proxy says of it
const client = 'x-finder-client';
process.env['ADDRESS_HEADER'] = client;
// the list of studies of a search receipt is larger than a form
process.env['BODY_SIZE_LIMIT'] ??= '5M';

const { server } = await import(new URL('../../build/index.js', import.meta.url).href);

const trustsProxy = process.env['TRUST_PROXY'] === 'on';
server.server.prependListener(
	'request',
	(/** @type {import('node:http').IncomingMessage} */ request) => {
		const forwarded = String(request.headers['x-forwarded-proto'] ?? '')
			.split(',')[0]
			?.trim();
		// a range that runs backwards makes the server of files write a head that is no number
		const [, from, to] = /^bytes=(\d*)-(\d*)$/.exec(request.headers.range ?? '') ?? [];
		if (from === undefined || (to !== '' && Number(to) < Number(from)))
			delete request.headers.range;
		const addresses = String(request.headers['x-forwarded-for'] ?? '').split(',');
		const told = trustsProxy ? addresses.at(-1)?.trim() : '';
		request.headers[client] = told || request.socket.remoteAddress || 'unknown';
		request.headers[header] = trustsProxy && forwarded === 'https' ? 'https' : 'http';
	}
);

// somebody who sends slowly must not hold a connection for ever
server.server.headersTimeout = 15_000;
server.server.requestTimeout = 30_000;
// longer than proxies keep an idle connection: closing one that they are about to use costs a visitor
// the answer
server.server.keepAliveTimeout = 65_000;

server.server.once('listening', () => {
	const { port } = server.server.address();
	console.log(`RLS Trial Finder: look at http://localhost:${port}`);
});
server.server.once('error', (/** @type {Error} */ error) => {
	console.error(`The server cannot start: ${error.message}`);
	process.exit(1);
});
