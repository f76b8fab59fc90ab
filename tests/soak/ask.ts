import { Agent, request, type OutgoingHttpHeaders } from 'node:http';

export interface Question {
	method: string;
	/** As it goes over the wire: nothing is made tidy, no `..` is resolved. */
	path: string;
	headers: OutgoingHttpHeaders;
	body?: Buffer;
}

export interface Answer {
	/** 0: none came. */
	status: number;
	type: string;
	text: string;
	/** From the question to the last byte. */
	ms: number;
	/** Why none came. */
	failure?: string;
}

const patience = 30_000;

/** A visitor with connections of its own, who never throws. */
export function visitor(connections = 2): {
	ask(base: string, question: Question): Promise<Answer>;
	leave(): void;
} {
	const agent = new Agent({ keepAlive: true, maxSockets: connections });
	return {
		ask: (base, question) => ask(agent, new URL(base), question),
		leave: () => agent.destroy()
	};
}

function ask(agent: Agent, { hostname, port }: URL, question: Question): Promise<Answer> {
	const { method, path, headers, body } = question;
	const begin = performance.now();
	const since = () => performance.now() - begin;
	return new Promise((resolve) => {
		const none = (failure: string) =>
			resolve({ status: 0, type: '', text: '', ms: since(), failure });
		try {
			const asked = request({ agent, hostname, port, method, path, headers, timeout: patience });
			asked.on('error', (error) => none(error.message));
			asked.on('timeout', () => asked.destroy(new Error(`nothing came for ${patience} ms`)));
			asked.on('response', (response) => {
				const chunks: Buffer[] = [];
				response.on('data', (chunk: Buffer) => chunks.push(chunk));
				response.on('error', (error) => none(error.message));
				response.on('end', () =>
					resolve({
						status: response.statusCode ?? 0,
						type: response.headers['content-type'] ?? '',
						text: Buffer.concat(chunks).toString(),
						ms: since()
					})
				);
			});
			asked.end(body);
		} catch (error) {
			none(String(error));
		}
	});
}

/** A plain question for a page. */
export function get(path: string, headers: OutgoingHttpHeaders = {}): Question {
	return { method: 'GET', path, headers };
}
