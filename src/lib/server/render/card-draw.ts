import { renderAsync } from '@resvg/resvg-js';
import satori from 'satori';
import { cardFonts, fontFamily } from './card-fonts.ts';
import { drawable, without } from './card-text.ts';

/** What a link preview card says. All of it is drawn, nothing else. */
export interface Card {
	/** How a study stands, with the colour that the site gives it. */
	status?: { words: string; tone: 'open' | 'stale' | 'closed' };
	headline: string;
	/** At most three, the number or date large and what it means below. */
	facts: { value: string; meaning: string }[];
}

export const cardSize = { width: 1200, height: 630 } as const;

/** The day colours of tokens.css, as sRGB. */
const colours = {
	paper: '#fcfaf6',
	line: '#d4d0c8',
	ink: '#181f2e',
	ink2: '#454d5e',
	accent: '#264a8e',
	ok: '#095c34',
	warn: '#784900'
};
const tones = { open: colours.ok, stale: colours.warn, closed: colours.ink2 };

/** Above this many letters a headline is cut; it has room for about four lines. */
const mostLetters = 190;

type Style = Record<string, string | number>;
interface Box {
	type: 'div';
	key: null;
	props: { style: Style; children?: string | Box[] };
}

function box(style: Style, children?: string | Box[]): Box {
	return {
		type: 'div',
		key: null,
		props: { style: { display: 'flex', ...style }, ...(children !== undefined && { children }) }
	};
}

/**
 * Draws a card as PNG, 1200 by 630. Letters that the fonts do not have become an ellipsis, and a
 * line on the card says so. The same card gives the same bytes.
 */
export async function drawCard(card: Card): Promise<Buffer> {
	const clean = mapTexts(card, (text) => drawable(text, mostLetters));
	const first = await svgOf(clean, false);
	const { svg } =
		first.missing.size === 0
			? first
			: await svgOf(
					mapTexts(clean, (text) => without(text, first.missing)),
					true
				);
	const image = await renderAsync(svg, { font: { loadSystemFonts: false } });
	return image.asPng();
}

function mapTexts({ status, headline, facts }: Card, change: (text: string) => string): Card {
	return {
		...(status && { status: { ...status, words: change(status.words) } }),
		headline: change(headline),
		facts: facts.map(({ value, meaning }) => ({ value: change(value), meaning: change(meaning) }))
	};
}

async function svgOf(card: Card, cut: boolean) {
	const missing = new Set<string>();
	const svg = await satori(layout(card, cut), {
		...cardSize,
		fonts: await cardFonts(),
		loadAdditionalAsset: (_, segment) => {
			for (const letter of segment) missing.add(letter);
			missing.add(segment);
			return Promise.resolve([]);
		}
	});
	return { svg, missing };
}

function layout({ status, headline, facts }: Card, cut: boolean): Box {
	return box(
		{
			...{ width: '100%', height: '100%', flexDirection: 'column' },
			...{ background: colours.paper, color: colours.ink, fontFamily }
		},
		[
			box({ height: 14, background: colours.accent }),
			box({ flexDirection: 'column', flexGrow: 1, padding: '44px 72px 52px' }, [
				box({ justifyContent: 'space-between', alignItems: 'center' }, [
					box({ fontSize: 34, fontWeight: 600, color: colours.accent }, 'RLS Trial Finder'),
					box({ fontSize: 24, color: colours.ink2 }, 'Clinical trials on restless legs syndrome')
				]),
				box({ flexDirection: 'column', flexGrow: 1, justifyContent: 'center' }, [
					...(status ? [statusLine(status)] : []),
					box(
						{
							...{ display: 'block', width: '100%', fontSize: sizeOf(headline), fontWeight: 600 },
							...{ lineHeight: 1.25, lineClamp: 4, wordBreak: 'break-word' }
						},
						headline
					)
				]),
				...(cut
					? [
							box(
								{ fontSize: 20, color: colours.ink2, marginBottom: 20 },
								'… stands for letters that this picture cannot show.'
							)
						]
					: []),
				box(
					{ borderTop: `2px solid ${colours.line}`, paddingTop: 28 },
					facts.map(({ value, meaning }) =>
						box({ flexDirection: 'column', marginRight: 72, maxWidth: 560 }, [
							box({ fontSize: 44, fontWeight: 600 }, value),
							box({ fontSize: 24, color: colours.ink2, marginTop: 2 }, meaning)
						])
					)
				)
			])
		]
	);
}

/** The sign of the site for each way to stand: a full disc, a half one, a ring. */
function statusLine({ words, tone }: NonNullable<Card['status']>): Box {
	const colour = tones[tone];
	return box({ alignItems: 'center', marginBottom: 20 }, [
		box(
			{
				...{ width: 30, height: 30, borderRadius: 15, marginRight: 16, overflow: 'hidden' },
				...{ border: `4px solid ${colour}`, boxSizing: 'border-box' },
				background: tone === 'open' ? colour : colours.paper
			},
			tone === 'stale' ? [box({ width: 11, height: 22, background: colour })] : []
		),
		box({ fontSize: 28, color: colour }, words)
	]);
}

/** A short headline may be large; a long one still fits into four lines. */
function sizeOf(headline: string): number {
	if (headline.length <= 70) return 60;
	return headline.length <= 130 ? 52 : 44;
}
