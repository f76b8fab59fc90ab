import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { studiesAt } from '../fixtures/studies/studies.ts';
import { faultNames, type Faults } from './faults.ts';
import { isObject } from './record.ts';
import { startRegistry } from './registry.ts';

const usage = `node tests/registry/main.ts [--port 4700] [--records DIR]... [--fault NAME[=VALUE]]...
Faults: ${faultNames.join(', ')}
A value is a number, or TIMES:STATUS for failNext; without one the fault is simply on.`;

/** The records of a file: one record, a list, or an answer of the API. */
function recordsOf(content: unknown): unknown[] {
	if (Array.isArray(content)) return content;
	return isObject(content) && Array.isArray(content.studies) ? content.studies : [content];
}

async function recordsIn(folder: string): Promise<unknown[]> {
	const names = await readdir(folder, { recursive: true });
	const files = names.filter((name) => name.endsWith('.json')).sort();
	const lists = await Promise.all(
		files.map(async (name) => recordsOf(JSON.parse(await readFile(join(folder, name), 'utf8'))))
	);
	return lists.flat();
}

function faultOf(text: string): Faults {
	const [given = '', value] = text.split('=');
	const name = faultNames.find((each) => each === given);
	if (!name) throw new Error(`No such fault: ${given}\n${usage}`);
	if (name === 'failNext') {
		const [, times, code] = /^(\d+):(\d+)$/.exec(value ?? '') ?? [];
		const status = ([403, 429, 500, 502, 503] as const).find((each) => String(each) === code);
		if (!status) throw new Error('failNext needs TIMES:STATUS with 403, 429, 500, 502 or 503');
		return { failNext: { times: Number(times), status } };
	}
	if (value !== undefined && !/^\d+$/.test(value)) throw new Error(`${name} needs a number`);
	if (value === undefined && (name === 'slowBody' || name === 'versionChangesMidCrawl'))
		throw new Error(`${name} needs a number`);
	return { [name]: value === undefined ? true : Number(value) };
}

const { values } = parseArgs({
	options: {
		port: { type: 'string', default: '4700' },
		records: { type: 'string', multiple: true, default: [] },
		fault: { type: 'string', multiple: true, default: [] },
		'pace-faults': { type: 'string', multiple: true, default: [] }
	}
});

const faults: Faults = Object.assign(
	{},
	...[...values.fault, ...values['pace-faults']].map((text) => faultOf(text))
);
const today = new Date().toISOString().slice(0, 10);
const studies =
	values.records.length > 0
		? (await Promise.all(values.records.map((folder) => recordsIn(folder)))).flat()
		: studiesAt(today);

const registry = await startRegistry({ studies, port: Number(values.port), faults });
console.log(`${registry.url} (${studies.length} records)`);
for (const signal of ['SIGTERM', 'SIGINT'] as const)
	process.once(signal, () => {
		void registry.close().then(() => process.exit(0));
	});
