import { fleschKincaid } from 'flesch-kincaid';
import { syllable } from 'syllable';

/**
 * Names of diseases, medicines and makers' kinds of medicine: they are what a page is about, cannot
 * be said in shorter words, and are explained where they first stand. They are taken out of the
 * count, and nothing else is: no ordinary hard word belongs here.
 */
const names = [
	// diseases
	'restless legs syndrome',
	'RLS',
	'rheumatoid arthritis',
	'Parkinson’s disease',
	'diabetes',
	'anemia',
	'neuropathy',
	'augmentation',
	// substances of the body that tests and studies name
	'dopamine',
	'adenosine',
	'glutamate',
	'ferritin',
	'transferrin saturation',
	'transferrin',
	'folate',
	'vitamin D',
	// medicines and their kinds
	'ferric carboxymaltose',
	'pramipexole',
	'ropinirole',
	'rotigotine',
	'levodopa',
	'dipyridamole',
	'pregabalin',
	'gabapentin',
	'mirtazapine',
	'reboxetine',
	'bupropion',
	'lithium',
	'antidepressants',
	'antipsychotics',
	'antinausea',
	'antihistamines',
	'calcium channel blockers',
	'alpha-2-delta',
	'opioids',
	'spinal anesthesia'
];
const named = new RegExp(
	`(?<![\\p{L}\\d])(?:${names.toSorted((a, b) => b.length - a.length).join('|')})(?![\\p{L}\\d])`,
	'giu'
);

/** Words that count: without names, links, how a word is said, and signs. */
export function wordsOf(sentence: string): string[] {
	return sentence
		.replace(/\[[^\]]*\]\([^)]*\)/g, ' ')
		.replace(/\([A-Za-z]+(?:-[A-Za-z]+)+\)/g, ' ')
		.replace(named, ' ')
		.split(/[\s–—/]+/)
		.filter((word) => /[\p{L}\d]/u.test(word));
}

/**
 * US school grade of a text (Flesch–Kincaid): 8 is what a reader of 13 or 14 years can take in.
 * @param sentences its sentences, without citations and headings
 */
export function grade(sentences: readonly string[]): number {
	const words = sentences.flatMap(wordsOf);
	return fleschKincaid({
		sentence: sentences.length,
		word: words.length,
		// a figure counts as one: it is read at a glance
		syllable: words.reduce((sum, word) => sum + Math.max(1, syllable(word)), 0)
	});
}
