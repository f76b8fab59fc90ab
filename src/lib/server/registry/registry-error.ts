/**
 * Why the registry could not be read:
 * `refused`: it does not accept the question (400), with its own words;
 * `blocked`: it does not let us in (403), which does not pass by asking again;
 * `not-found`: no such study or address (404);
 * `unavailable`: no answer, too many requests, or a fault on its side, after all tries;
 * `nonsense`: an answer that cannot be right (HTML, cut JSON, fewer studies than it counts);
 * `too-large`: an answer above the limit;
 * `stopped`: we were told to stop.
 */
export type Failure =
	'refused' | 'blocked' | 'not-found' | 'unavailable' | 'nonsense' | 'too-large' | 'stopped';

/** A failure of the registry in words for people. The message holds no query string. */
export class RegistryError extends Error {
	readonly kind: Failure;

	constructor(kind: Failure, message: string) {
		super(message);
		this.name = 'RegistryError';
		this.kind = kind;
	}
}
