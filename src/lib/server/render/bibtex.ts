import type { LabelledStudy } from '#lib/search/catalogue.ts';
import { registryUrl, titleOf } from '#lib/study/study.ts';
import type { Export } from './stream-formats.ts';
import { keywordsOf, oneLine } from './ris.ts';
import { inBatches } from './stream.ts';

/**
 * BibTeX in UTF-8. Written here: citation-js gives each entry a key of its own making, a month that
 * holds a day, and accents as broken TeX. The receipt stands before the entries, where BibTeX reads
 * nothing; an @ in it would begin an entry, so it is written out.
 */
export const bibtex: Export = async function* ({ prepare }) {
	yield '% RLS Trial Finder: studies of ClinicalTrials.gov\n';
	const { hits, text } = await prepare();
	const lines = text.split('\n').map((line) => `% ${outside(line)}\n`);
	yield `${lines.join('')}\n`;
	yield* inBatches(hits, (batch) => batch.map(entryOf).join(''));
};

function entryOf({ study, labels }: LabelledStudy): string {
	const posted = (study.firstPosted ?? study.start)?.date;
	const keywords = keywordsOf({ study, labels }).map((word) => oneLine(word.replaceAll(',', ' ')));
	const fields: [name: string, value: string | undefined][] = [
		// two pairs of braces: the letters stay as they are, and a sponsor is one name
		['title', `{${escape(titleOf(study))}}`],
		['author', study.sponsor && `{${escape(study.sponsor.name)}}`],
		['year', posted?.slice(0, 4)],
		['month', posted && months[Number(posted.slice(5, 7)) - 1]],
		['howpublished', 'ClinicalTrials.gov'],
		['number', study.nctId],
		['note', study.nctId],
		['url', registryUrl(study.nctId)],
		['keywords', keywords.map(escape).join(', ')]
	];
	const lines = fields
		.filter(([, value]) => value !== undefined && value !== '')
		.map(([name, value]) => (name === 'month' ? `\t${name} = ${value}` : `\t${name} = {${value}}`));
	return `@misc{${study.nctId},\n${lines.join(',\n')}\n}\n\n`;
}

/** BibTeX's own names of months stand without braces. */
const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

const special: Record<string, string> = {
	'\\': '\\textbackslash{}',
	// not \{: BibTeX counts braces whether or not they are escaped
	'{': '\\textbraceleft{}',
	'}': '\\textbraceright{}',
	'~': '\\textasciitilde{}',
	'^': '\\textasciicircum{}',
	'&': '\\&',
	'%': '\\%',
	$: '\\$',
	'#': '\\#',
	_: '\\_',
	'<': '\\textless{}',
	'>': '\\textgreater{}',
	'|': '\\textbar{}'
};

/** A text as TeX prints it; other letters than ASCII stay as they are. */
function escape(text: string): string {
	return (
		oneLine(text)
			.replace(/[\\{}~^&%$#_<>|]/g, (letter) => special[letter] ?? letter)
			// TeX joins these to a dash or a curly quote
			.replace(/([-'`])(?=\1)/g, '$1{}')
	);
}

function outside(text: string): string {
	return text.replaceAll('@', '(at)');
}
