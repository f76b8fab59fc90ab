/** A text in lines of at most so many letters, broken between words. */
export function lines(text: string, most: number): string[] {
	const all: string[] = [];
	for (const word of text.split(' ')) {
		const line = all.at(-1);
		if (line === undefined || line.length + word.length + 1 > most) all.push(word);
		else all[all.length - 1] = `${line} ${word}`;
	}
	return all;
}
