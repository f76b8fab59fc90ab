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
	if (token && !/^(#|\/(?!\/))/.test(href)) token.attrSet('rel', 'nofollow noopener');
	return self.renderToken(tokens, index, options);
};

/** Parts running text into plain words and words that lead somewhere. */
type Linker = (text: string) => { text: string; href?: string }[];

// rendering is synchronous, one text at a time
let inQuote = false;
let currentLinker: Linker | undefined;

renderer.core.ruler.push('terms', ({ tokens, Token }) => {
	const linker = currentLinker;
	if (!linker) return;
	const words = (content: string) => Object.assign(new Token('text', '', 0), { content });
	for (const [index, token] of tokens.entries()) {
		if (token.type !== 'inline' || tokens[index - 1]?.type === 'heading_open') continue;
		let inLink = 0;
		token.children = (token.children ?? []).flatMap((child) => {
			if (child.type === 'link_open') inLink += 1;
			if (child.type === 'link_close') inLink -= 1;
			if (child.type !== 'text' || inLink > 0) return [child];
			return linker(child.content).flatMap(({ text, href }) => {
				if (href === undefined) return [words(text)];
				const open = new Token('link_open', 'a', 1);
				open.attrSet('href', href);
				return [open, words(text), new Token('link_close', 'a', -1)];
			});
		});
	}
});

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

interface Extras {
	/** Pieces of the text to mark, as evidence of labels gives them. */
	quotes?: readonly string[] | undefined;
	/** Makes links of some words of the running text: not of headings, links and code. */
	linker?: Linker;
}

/** HTML of CommonMark text; raw HTML in it is shown as text. */
export function markdown(text: string, { quotes = [], linker }: Extras = {}): string {
	const pieces = marked(text.replace(ends, ''), quotes);
	const withMarks = pieces.map((piece) => (piece.marked ? bracket(piece.text) : piece.text));
	inQuote = false;
	currentLinker = linker;
	return renderer.render(withMarks.join(''));
}

/** A list marker at the start of a quote stays outside of it, else it would no longer make a list. */
function bracket(text: string): string {
	const [marker = ''] = /^\s*(?:(?:[-*+]|\d{1,9}[.)])\s+)?/.exec(text) ?? [];
	return `${marker}${begin}${text.slice(marker.length)}${end}`;
}
