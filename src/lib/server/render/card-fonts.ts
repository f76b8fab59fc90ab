import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

/** A font as satori takes it. */
interface Font {
	name: string;
	data: Buffer;
	weight: 400 | 600;
	style: 'normal';
}

/** What Inter can write, in the order in which a letter is looked up. */
const alphabets = ['latin', 'latin-ext', 'greek', 'cyrillic', 'vietnamese'] as const;
const weights = [400, 600] as const;

const nameOf = (alphabet: string) => `Inter ${alphabet}`;

/** The `font-family` of a card. */
export const fontFamily = alphabets.map(nameOf).join(', ');

let fonts: Promise<Font[]> | undefined;

/**
 * The fonts of a card, from the package beside the program: read at the first card, and always the
 * same array, by which satori knows that it has them.
 * @throws where the package is not there
 */
export function cardFonts(): Promise<Font[]> {
	fonts ??= readFonts();
	// not there now may be there later
	fonts.catch(() => (fonts = undefined));
	return fonts;
}

function readFonts(): Promise<Font[]> {
	const { resolve } = createRequire(import.meta.url);
	return Promise.all(
		alphabets.flatMap((alphabet) =>
			weights.map(async (weight) => ({
				name: nameOf(alphabet),
				data: await readFile(
					resolve(`@fontsource/inter/files/inter-${alphabet}-${weight}-normal.woff`)
				),
				weight,
				style: 'normal' as const
			}))
		)
	);
}
