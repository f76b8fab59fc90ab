import { defineEnvVars } from '@sveltejs/kit/env';
import * as v from 'valibot';

const text = (fallback: string) => v.optional(v.string(), fallback);

const number = (fallback: string, least: number, most: number, whole = true) =>
	v.pipe(
		v.optional(v.string(), fallback),
		v.trim(),
		v.regex(/^\d+(\.\d+)?$/, `must be a number from ${least} to ${most}`),
		v.transform(Number),
		v.minValue(least, `must be ${least} or more`),
		v.maxValue(most, `must be ${most} or less`),
		v.check((n) => !whole || Number.isInteger(n), 'must be a whole number')
	);

const httpUrl = (fallback: string) =>
	v.pipe(
		v.optional(v.string(), fallback),
		v.trim(),
		v.url('must be an address such as https://clinicaltrials.gov/api/v2'),
		v.startsWith('http', 'must begin with http:// or https://'),
		v.transform((url) => url.replace(/\/+$/, ''))
	);

/** Every variable that the program reads. All have defaults that serve; a bad value stops the start. */
export const variables = defineEnvVars({
	PORT: { description: 'Port to serve on', schema: number('3000', 0, 65_535) },
	HOST: { description: 'Address to listen on', schema: text('0.0.0.0') },
	ORIGIN: {
		description: 'Public address, where it cannot be told from requests',
		schema: v.optional(
			v.pipe(v.string(), v.url('must be an address such as https://trials.example.org'))
		)
	},
	TRUST_PROXY: {
		description: 'on: a reverse proxy in front sets x-forwarded-proto',
		schema: v.optional(v.picklist(['on', 'off'], 'must be on or off'), 'off')
	},
	DATA_DIR: { description: 'Folder of the store', schema: text('./data') },
	DATABASE_URL: {
		description: 'Address of a PostgreSQL database, to keep the store there and share it',
		// the messages are our own: those of the library quote the value, which holds a password
		schema: v.optional(
			v.pipe(
				v.string(),
				v.trim(),
				v.regex(
					/^postgres(ql)?:\/\//,
					'must be an address such as postgresql://user:password@host:5432/database'
				),
				v.url('must be an address such as postgresql://user:password@host:5432/database')
			)
		)
	},
	RATE_LIMIT: {
		description: 'off: no limit on requests per client, where a proxy in front has its own',
		schema: v.optional(v.picklist(['on', 'off'], 'must be on or off'), 'on')
	},
	PAGE_CACHE: {
		description: 'off: every page is rendered each time, to measure what the cache is worth',
		schema: v.optional(v.picklist(['on', 'off'], 'must be on or off'), 'on')
	},
	LOG_LEVEL: {
		description: 'silent, error, warn, info (a line a request) or debug',
		schema: v.optional(
			v.picklist(
				['silent', 'error', 'warn', 'info', 'debug'],
				'must be silent, error, warn, info or debug'
			),
			'info'
		)
	},
	CTGOV_BASE_URL: {
		description: 'Root of the registry REST API',
		schema: httpUrl('https://clinicaltrials.gov/api/v2')
	},
	CTGOV_USER_AGENT: {
		description: 'User-Agent for the registry; empty: the library’s own',
		schema: text('rls-trial-finder')
	},
	CTGOV_QUERY: {
		description: 'The question to the registry; ALL takes every study (see README)',
		schema: v.optional(v.pipe(v.string(), v.trim(), v.nonEmpty('must not be empty')))
	},
	CTGOV_PACE_MS: {
		description: 'Least time between two requests to the registry, in milliseconds',
		schema: number('1000', 0, 600_000)
	},
	CTGOV_PAGE_SIZE: {
		description: 'Studies asked for in one request',
		schema: number('1000', 1, 1000)
	},
	REFRESH_MINUTES: {
		description: 'How often the registry is asked; 0: never',
		schema: number('60', 0, 10_080, false)
	}
});
