import pino from 'pino';

const logger = pino({ base: null, timestamp: pino.stdTimeFunctions.isoTime });

/** How much is written: `silent`, `error`, `warn`, `info` (a line a request) or `debug`. */
export function setLogLevel(level: string): void {
	logger.level = level;
}

/** Facts beside a sentence: nothing of a visitor (address, search words) or a person in a record. */
export type LogFacts = Readonly<Record<string, string | number | boolean>>;

/** Writes one JSON line with its time. Nothing of a visitor or a person in a record ever goes in here. */
export function log(sentence: string, facts: LogFacts = {}): void {
	logger.info(facts, sentence);
}

/** The same for what an operator should look at. */
export function logError(sentence: string, facts: LogFacts = {}): void {
	logger.error(facts, sentence);
}
