import { setTimeout as wait } from 'node:timers/promises';
import { Client } from 'pg';
import { applicationName, channel, placeOf } from './postgres.ts';
import { reasonOf } from './reason.ts';

/** What a process does as one of many on one database. */
export interface Part {
	/**
	 * Called when this process becomes the one that refreshes; `term` is aborted when it is that no
	 * more. Absent: it never wants to be.
	 */
	lead?: ((term: AbortSignal) => void) | undefined;
	/** Called when a process, this one among them, may have stored something. */
	stored: () => void;
	/** Gets one sentence for each thing that an operator should know. */
	log: (sentence: string) => void;
}

/** How often a process tries to become the leader, or shows that it still is, in milliseconds. */
const beat = 5000;

/** A leader that did not show for so long is one no more, even where its host vanished or froze. */
const silence = '20s';

/** Any number; with the schema, which makes two sites in one database two. */
const lockFamily = 5_393_491;

/**
 * Takes part until `end` is aborted, over a connection of its own: it listens there, and who holds
 * the lock there is the leader. When the connection dies the lock is free, and it makes another.
 * Needs a connection to the database itself, not to a pooler that shares it between statements.
 */
export async function takePart(url: string, part: Part, end: AbortSignal): Promise<void> {
	let said = '';
	while (!end.aborted) {
		try {
			await session(url, part, end, () => (said = ''));
		} catch (error) {
			const sentence = `The connection to ${placeOf(url)} for refreshing in turn is lost (${reasonOf(error)}); trying again.`;
			if (!end.aborted && sentence !== said) part.log((said = sentence));
		}
		await wait(beat, undefined, { signal: end }).catch(() => undefined);
	}
}

/** One connection, from its making to its end. Always throws: that is how it ends. */
async function session(
	url: string,
	{ lead, stored, log }: Part,
	end: AbortSignal,
	well: () => void
): Promise<never> {
	const client = new Client({
		connectionString: url,
		connectionTimeoutMillis: beat,
		query_timeout: beat,
		keepAlive: true,
		application_name: applicationName
	});
	const lost = new AbortController();
	const over = AbortSignal.any([end, lost.signal]);
	over.addEventListener('abort', () => void client.end().catch(() => undefined), { once: true });
	client.on('error', (error) => lost.abort(error));
	client.on('end', () => lost.abort(new Error('it was closed')));
	client.on('notification', stored);
	try {
		await client.connect();
		await client.query(`set idle_session_timeout = '${silence}'`);
		await client.query(`listen ${channel}`);
		well();
		// what came while nobody listened
		stored();
		let leads = false;
		for (;;) {
			if (lead && !leads && (await takesLock(client))) {
				leads = true;
				log('This process refreshes the data from now on');
				lead(over);
			} else await client.query('select 1');
			await wait(beat, undefined, { signal: over });
		}
	} catch (error) {
		throw lost.signal.aborted ? lost.signal.reason : error;
	} finally {
		lost.abort();
	}
}

async function takesLock(client: Client): Promise<boolean> {
	const { rows } = await client.query<{ taken: boolean }>(
		'select pg_try_advisory_lock($1, hashtext(current_schema())) as taken',
		[lockFamily]
	);
	return rows[0]?.taken === true;
}
