/** Writes one line with its time. Nothing of a visitor or a person in a record ever goes in here. */
export function log(sentence: string): void {
	process.stdout.write(`${new Date().toISOString()} ${sentence}\n`);
}
