const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Stands where a letter cannot be drawn, and where a text was cut. */
export const ellipsis = '…';

/** Signs of titles that the fonts do not have, in letters that they have. */
const spelled: Record<string, string> = { '≤': '<=', '≥': '>=', '‐': '-', '‑': '-', '′': "'" };

/**
 * A text as a picture can take it: one line without control characters, with two marks a letter at
 * most, cut after some letters, between words where there are any.
 */
export function drawable(text: string, most: number): string {
	const plain = text
		// bounds the work on texts that nobody reads
		.slice(0, most * 20)
		.normalize('NFC')
		.replace(/[\p{Cf}\p{Cs}\p{Co}\p{Cn}]/gu, '')
		.replace(/(\p{M}{2})\p{M}+/gu, '$1')
		.replace(/[≤≥‐‑′]/gu, (sign) => spelled[sign] ?? sign)
		.replace(/[\s\p{Cc}]+/gu, ' ')
		.trim();
	const letters = [...graphemes.segment(plain)].map(({ segment }) => segment);
	if (letters.length <= most) return plain;
	const cut = letters.slice(0, most - 1).join('');
	const words = cut.slice(0, cut.lastIndexOf(' '));
	return `${(words.length > cut.length * 0.8 ? words : cut).replace(/[\s,;:]+$/u, '')}${ellipsis}`;
}

/** A text with an ellipsis for each run of letters that no font has. */
export function without(text: string, missing: ReadonlySet<string>): string {
	return [...graphemes.segment(text)]
		.map(({ segment }) =>
			missing.has(segment) || [...segment].some((letter) => missing.has(letter))
				? ellipsis
				: segment
		)
		.join('')
		.replace(/…[…\s]*…/gu, ellipsis);
}
