import { find, type Hit } from './dictionary.ts';
import type { Evidence } from './labels.ts';
import { prove } from './quote.ts';
import { after, before, has, type Passage, type Role } from './read-study.ts';
import type { Relevance } from './taxonomy.ts';
import type { Subject } from './vocabulary/subjects.ts';
import { vocabulary } from './vocabulary/vocabulary.ts';

/** A relevance with its proof. */
export interface RelevanceFound {
	relevance: Relevance;
	evidence: Evidence[];
}

interface Naming {
	passage: Passage;
	hit: Hit<Subject>;
}

const headlines: readonly Role[] = ['title', 'condition', 'mesh-condition'];
/** Words that show which RLS is meant where a record nowhere spells it out. */
const ownWords =
	/\b(?:(?:primary|idiopathic|refractory|severe) (?:RLS|PLM\w*)|IRLS\w*|restless\w*|legs?|limbs?|dopamin\w*|augmentation|periodic|sleep\w*|insomnia)\b/i;

/** How much a record is about restless legs syndrome (guide §1), and the words that say so. */
export function judgeRelevance(passages: readonly Passage[]): RelevanceFound {
	const meant = namings(passages);
	const headline = meant.find(({ passage }) => headlines.includes(passage.role));
	if (headline) return found('core', 'relevance-headline', headline);

	const lookAlike = lookAlikes(passages).find(({ passage }) => headlines.includes(passage.role));
	if (lookAlike) return found('look-alike', 'relevance-look-alike', lookAlike);

	const required = meant.find((naming) => isRequired(naming));
	const aim = meant.find((naming) => isAim(naming));
	const alone = !namesOther(passages);
	const plain = meant.find(
		(naming) => isAim(naming) && (isPopulation(naming) || (alone && naming.passage.role === 'aim'))
	);
	if (plain) return found('core', 'relevance-aim', plain);
	const described = meant.find(({ passage }) => ['aim', 'summary'].includes(passage.role));
	if (required && described && !isList(required) && !otherSubject(passages))
		return found('core', 'relevance-required', required, described);
	if (required) return found('partial', 'relevance-joined', required);
	const measured = meant.find(({ passage }) => passage.role === 'primary');
	if (measured) return found('partial', 'relevance-measured', measured);
	if (aim) return found('partial', 'relevance-stated', aim);

	const mention = meant[0] ?? anyNaming(passages);
	return mention
		? found('mention-only', 'relevance-mention', mention)
		: { relevance: 'mention-only', evidence: [] };
}

function found(relevance: Relevance, rule: string, ...namings: Naming[]): RelevanceFound {
	const evidence = namings.map(({ passage, hit }) => prove(passage, rule, hit.start, hit.end));
	return { relevance, evidence };
}

/** Where the record names restless legs or limb movements and means it. */
function namings(passages: readonly Passage[]): Naming[] {
	const all = passages.flatMap((passage) =>
		passage.subjects
			.filter(({ row }) => row.kind !== 'look-alike')
			.map((hit): Naming => ({ passage, hit }))
	);
	// A full name among what leaves people out does not say what the letters mean elsewhere.
	const spelledOut = all.some(
		({ passage, hit }) => !hit.row.short && !['exclusion', 'neutral'].includes(passage.role)
	);
	const otherwise = passages.some(
		({ tokens }) => find(vocabulary.otherMeanings, tokens).length > 0
	);
	const spoken = passages.some(
		({ role, text }) => !['exclusion', 'neutral'].includes(role) && ownWords.test(text)
	);
	return all.filter((naming) => {
		if (isAlias(naming) || isDenied(naming)) return false;
		if (naming.hit.row.doubtful) return !otherwise;
		if (!naming.hit.row.short || spelledOut) return true;
		return !otherwise && spoken && !isForeign(naming);
	});
}

/** "Wedge pillow (WED)": a bracket after words of which it is the short form. */
function isForeign({ passage, hit }: Naming): boolean {
	const name = passage.text.slice(hit.start, hit.end);
	return (
		name === 'WED' ||
		/\p{L}\s*\(\s*$/u.test(passage.text.slice(Math.max(0, hit.start - 4), hit.start))
	);
}

/** "Akathisia (restless legs syndrome)": another name for the look-alike before the bracket. */
function isAlias({ passage, hit }: Naming): boolean {
	const open = passage.text.lastIndexOf('(', hit.start);
	if (open < 0 || passage.text.slice(open, hit.start).trim() !== '(') return false;
	const head = passage.text.slice(0, open).trimEnd().length;
	return passage.subjects.some(({ row, end }) => row.kind === 'look-alike' && end === head);
}

/** "without restless legs", but not "with and without restless legs". */
function isDenied({ passage, hit }: Naming): boolean {
	if (!before(passage, hit, 3, 'negation', 'leave-out')) return false;
	return !/\b(?:and|or|versus|vs\.?)\s+(?:without|no|not)\b/i.test(
		passage.text.slice(Math.max(0, hit.start - 40), hit.start)
	);
}

function lookAlikes(passages: readonly Passage[]): Naming[] {
	return passages.flatMap((passage) =>
		passage.subjects
			.filter(({ row }) => row.kind === 'look-alike')
			.map((hit): Naming => ({ passage, hit }))
			.filter((naming) => !isDenied(naming))
	);
}

/** People must have it to join. */
function isRequired({ passage, hit }: Naming): boolean {
	if (passage.role !== 'inclusion' && passage.role !== 'population') return false;
	if (before(passage, hit, 25, 'negation', 'leave-out')) return false;
	return !has(passage, 'allowed') && !after(passage, hit, 6, 'leave-out');
}

/** One of several disorders that let people in. */
function isList({ passage }: Naming): boolean {
	return new Set(passage.conditions.map(({ row }) => row.id)).size > 1;
}

function isAim({ passage, hit }: Naming): boolean {
	if (passage.role !== 'detail-aim' && !(passage.role === 'aim' && has(passage, 'aim', 'plan')))
		return false;
	if (before(passage, hit, 15, 'not-aim')) return false;
	return !has(passage, 'example') && !before(passage, hit, 60, 'secondary');
}

const peopleBefore =
	/\b(?:patients?|people|persons?|subjects?|adults?|women|men|child|children|adolescents?|individuals?|participants?|those|cases|sufferers|population)\b[^.;,]{0,60}$/i;
const mattersBefore =
	/\b(?:treat|treating|treatment|management|therapy|causes?|prevalence|diagnosis|severity|symptoms) (?:of|for) [^.;,]{0,25}$/i;
const peopleAfter = /^[^.;,]{0,20}\b(?:patients?|sufferers|subjects|participants)\b/i;

/** The sentence of an aim names the people or the treatment of restless legs, not one effect of many. */
function isPopulation({ passage, hit }: Naming): boolean {
	if (passage.role !== 'aim') return false;
	const ahead = passage.text.slice(Math.max(0, hit.start - 90), hit.start);
	if (/\b(?:and|or)\s*$/.test(ahead)) return false;
	return (
		peopleBefore.test(ahead) ||
		mattersBefore.test(ahead) ||
		peopleAfter.test(passage.text.slice(hit.end, hit.end + 40))
	);
}

/** Another sleep or nerve disorder stands in the title: restless legs are not the main subject. */
function otherSubject(passages: readonly Passage[]): boolean {
	const others = [
		'insomnia',
		'sleep-apnoea',
		'parkinson',
		'narcolepsy',
		'stroke',
		'dementia',
		'rbd'
	];
	return passages.some(
		({ role, conditions }) =>
			role === 'title' &&
			conditions.some(({ row }) => row.id !== undefined && others.includes(row.id))
	);
}

/** A headline names another condition, so that restless legs may be one question of many. */
function namesOther(passages: readonly Passage[]): boolean {
	return passages.some(
		({ role, conditions }) =>
			headlines.includes(role) && conditions.some(({ row }) => row.id !== undefined)
	);
}

function anyNaming(passages: readonly Passage[]): Naming | undefined {
	for (const passage of passages) {
		const hit = passage.subjects.find(({ row }) => row.kind !== 'look-alike' && !row.short);
		if (hit) return { passage, hit };
	}
	return undefined;
}
