import { MigrationError } from './migrations.ts';

/** Why something failed, in the words of what failed first. */
export function reasonOf(error: unknown): string {
	const cause = rootOf(error);
	// a name with several addresses, none of which answers, fails without a word of its own
	if (cause instanceof AggregateError && cause.message === '')
		return [...new Set(cause.errors.map(reasonOf))].join('; ');
	return cause instanceof Error ? cause.message : String(cause);
}

/** What stopped the tables from being brought up to date; any other error as it is. */
export function rootOf(error: unknown): unknown {
	return error instanceof MigrationError ? error.cause : error;
}
