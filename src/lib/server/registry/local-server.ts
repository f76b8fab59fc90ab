import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';

/** For the tests of this folder: what was asked, and when. */
export interface Asked {
	path: string;
	params: URLSearchParams;
	headers: IncomingHttpHeaders;
	/** As `performance.now()`. */
	at: number;
}

export interface LocalServer {
	url: string;
	asked: Asked[];
	close(): Promise<void>;
}

/** For the tests of this folder: an HTTP server on this machine that answers as `answer` says. */
export async function serve(
	answer: (asked: Asked, response: ServerResponse, server: LocalServer) => void
): Promise<LocalServer> {
	const http = createServer((request, response) => {
		const url = new URL(request.url ?? '/', 'http://local');
		const { pathname: path, searchParams: params } = url;
		const asked = { path, params, headers: request.headers, at: performance.now() };
		server.asked.push(asked);
		answer(asked, response, server);
	});
	await new Promise<void>((ready) => http.listen(0, '127.0.0.1', ready));
	const address = http.address();
	const port = typeof address === 'object' && address ? address.port : 0;
	const server: LocalServer = {
		url: `http://127.0.0.1:${port}`,
		asked: [],
		close: () =>
			new Promise((closed) => {
				http.close(() => closed());
				http.closeAllConnections();
			})
	};
	return server;
}

/** Sends JSON, or a text as it stands. */
export function send(response: ServerResponse, body: unknown, status = 200): void {
	response.writeHead(status, { 'content-type': 'application/json' });
	response.end(typeof body === 'string' ? body : JSON.stringify(body));
}
