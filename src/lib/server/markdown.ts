import MarkdownIt from 'markdown-it';
import { marked } from '#lib/mechanism/mark.ts';

/** Stand in the text for the beginning and the end of a quote until it is rendered. */
const [begin, end] = ['\u{E000}', '\u{E001}'];
const ends = new RegExp(`[${begin}${end}]`, 'gu');

// raw HTML stays text, addresses stay text, pictures are left out: nothing of a record becomes live
// in a page or calls another host
const renderer = new MarkdownIt('commonmark', { html: false }).disable('image');

renderer.renderer.rules['link_open'] = (tokens, index, options, _env, self) => {
	const token = tokens[index];
	const href = String(token?.attrGet('href') ?? '');
	if (token && !href.startsWith('#')) token.attrSet('rel', 'nofollow noopener');
	return self.renderToken(tokens, index, options);
};

/** Rendering is synchronous, one text at a time. */
let inQuote = false;

// each run of text is marked by itself, so that a mark never crosses another element
renderer.renderer.rules['text'] = (tokens, index) => {
	const parts = (tokens[index]?.content ?? '').split(new RegExp(`([${begin}${end}])`, 'u'));
	return parts
		.map((part) => {
			if (part === begin || part === end) {
				inQuote = part === begin;
				return '';
			}
			const html = renderer.utils.escapeHtml(part);
			return inQuote && part.trim() !== '' ? `<mark>${html}</mark>` : html;
		})
		.join('');
};

/**
 * HTML of CommonMark text; raw HTML in it is shown as text.
 * @param quotes pieces of the text to mark, as evidence of labels gives them
 */
export function markdown(text: string, quotes: readonly string[] = []): string {
	const pieces = marked(text.replace(ends, ''), quotes);
	const withMarks = pieces.map((piece) => (piece.marked ? bracket(piece.text) : piece.text));
	inQuote = false;
	return renderer.render(withMarks.join(''));
}

/** A list marker at the start of a quote stays outside of it, else it would no longer make a list. */
function bracket(text: string): string {
	const [marker = ''] = /^\s*(?:(?:[-*+]|\d{1,9}[.)])\s+)?/.exec(text) ?? [];
	return `${marker}${begin}${text.slice(marker.length)}${end}`;
}
