// Serves the build. Reads the variables of src/env.ts; see README.md.
import process from 'node:process';

// adapter-node takes https for granted unless a header tells, and then refuses every form over plain
// http. We own that header: whatever a client sends in it is overwritten below.
const header = 'x-finder-protocol';
process.env['PROTOCOL_HEADER'] = header;

const { server } = await import(new URL('../../build/index.js', import.meta.url).href);

const trustsProxy = process.env['TRUST_PROXY'] === 'on';
server.server.prependListener(
	'request',
	(/** @type {import('node:http').IncomingMessage} */ request) => {
		const forwarded = String(request.headers['x-forwarded-proto'] ?? '')
			.split(',')[0]
			?.trim();
		request.headers[header] = trustsProxy && forwarded === 'https' ? 'https' : 'http';
	}
);

server.server.once('listening', () => {
	const { port } = server.server.address();
	console.log(`RLS Trial Finder: look at http://localhost:${port}`);
});
server.server.once('error', (/** @type {Error} */ error) => {
	console.error(`The server cannot start: ${error.message}`);
	process.exit(1);
});
