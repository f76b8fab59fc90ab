import { findingOn, type Finding, type Verdict } from './check-finding.ts';
import type { Sentence } from './check-sentences.ts';

/** A limit with its ends; an end that is left out is open. */
interface Span {
	from?: number;
	to?: number;
	/** The end itself is outside: "above 18", "< 75". */
	overFrom?: true;
	underTo?: true;
}

const figure = String.raw`(\d{1,5}(?:\.\d{1,3})?)`;
const unit = String.raw`\s?(ng\s?\/\s?ml|[µμ]g\s?\/\s?l|mcg\s?\/\s?l|ug\s?\/\s?l|ng\s?ml-1|%|[a-zµμ]{1,4}\s?\/\s?[a-z]{1,3})?`;
const most = String.raw`<\s?=|=\s?<|≤|⩽|≦|<|less than or equal to|equal to or less than|less than|lower than|no more than|not more than|at most|up to|below|under`;
const least = String.raw`>\s?=|=\s?>|≥|⩾|≧|>|greater than or equal to|more than or equal to|equal to or greater than|greater than|more than|higher than|at least|no less than|above|over`;
const inclusiveMost = /=|≤|⩽|≦|equal|no more|not more|at most|up to/i;
const inclusiveLeast = /=|≥|⩾|≧|equal|at least|no less/i;

const spanAfter = new RegExp(
	String.raw`^[^.;\d<>≤≥]{0,40}?(?:(?:between|from|of|:)?\s*${figure}${unit}\s*(?:-|–|—|to|and|through)\s*${figure}${unit}|(${most})\s*${figure}${unit}|(${least})\s*${figure}${unit})`,
	'i'
);

/** Ferritin: ng/mL and µg/L are the same. No unit is taken as these; any other is not compared. */
const comparable = /^(?:ng\s?\/\s?ml|ng\s?ml-1|[µμu]g\s?\/\s?l|mcg\s?\/\s?l)$/i;

/** The limits on ferritin in a text; "unknown" for one that cannot be compared. */
function ferritinSpans(text: string): (Span | 'unknown')[] {
	return [...text.matchAll(/\bferritin\b/gi)].flatMap((match): (Span | 'unknown')[] => {
		const rest = text.slice(match.index + match[0].length, match.index + 110);
		const parts = spanAfter.exec(rest);
		if (!parts) return [];
		const [
			whole,
			from,
			unitFrom,
			to,
			unitTo,
			mostWord,
			mostValue,
			mostUnit,
			leastWord,
			leastValue,
			leastUnit
		] = parts;
		// the figure belongs to another test: "ferritin and transferrin saturation < 20%"
		if (/saturation|TSAT|h(?:a)?emoglobin|\bHb\b/i.test(whole)) return [];
		const units = [unitFrom, unitTo, mostUnit, leastUnit].filter((each) => each !== undefined);
		if (units.some((each) => !comparable.test(each))) return ['unknown'];
		if (/\bnot?\b/i.test(whole) && !/no (?:more|less)|not more/i.test(whole)) return ['unknown'];
		if (from !== undefined && to !== undefined) return [{ from: Number(from), to: Number(to) }];
		if (mostWord !== undefined)
			return [
				{
					to: Number(mostValue),
					...(inclusiveMost.test(mostWord) ? {} : { underTo: true as const })
				}
			];
		if (leastWord !== undefined)
			return [
				{
					from: Number(leastValue),
					...(inclusiveLeast.test(leastWord) ? {} : { overFrom: true as const })
				}
			];
		return ['unknown'];
	});
}

function within(value: number, { from, to, overFrom, underTo }: Span): boolean {
	const enough = from === undefined || (overFrom ? value > from : value >= from);
	return enough && (to === undefined || (underTo ? value < to : value <= to));
}

/** What the sentences say on a ferritin value in ng/mL. Without a value each limit is to be read. */
export function checkFerritin(sentences: readonly Sentence[], value: number): Finding[] {
	return sentences.flatMap((sentence) => {
		const { text, section, leadText } = sentence;
		if (!/\bferritin\b/i.test(text)) return [];
		const give = (verdict: Verdict, why: string) => [
			findingOn(sentence, 'ferritin', { verdict, why })
		];
		const spans = ferritinSpans(text);
		const known = spans.filter((span) => span !== 'unknown');
		if (known.length === 0 || known.length < spans.length)
			return give('read', 'It is about ferritin, but we cannot compare it with your value.');
		if (/\b(?:unless|except|if|healthy|controls?)\b/i.test(`${leadText} ${text}`))
			return give('read', 'It has an “if” or an exception.');
		const inside = known.map((span) => within(value, span));
		if (new Set(inside).size > 1) return give('read', 'It has more than one limit on ferritin.');
		const fits = inside[0] === true;
		if (section === 'exclusion' || /\b(?:is|are|will be|be) excluded/i.test(text))
			return fits
				? give(
						'may-rule-out',
						`This rule keeps people out for their ferritin. Yours, ${value}, is in its range.`
					)
				: give(
						'matches',
						`This rule keeps people out for their ferritin. Yours, ${value}, is not in its range.`
					);
		if (fits) return give('matches', `Your ferritin, ${value}, is in the range of this rule.`);
		return /\bor\b/i.test(text)
			? give('read', `Your ferritin, ${value}, is not in its range, but the rule has an “or”.`)
			: give('may-rule-out', `Your ferritin, ${value}, is not in the range of this rule.`);
	});
}

const aged =
	/\b\d{1,3} (?:years?|yrs?)(?: of age)?,? (?:and|or) (?:older|over|above|up|younger|under)\b|^(?:≥|>=?|at least|over) ?\d{2} years\b|\b(?:ages?|aged|years? old|years? of age|year-old|yrs? old|y\/o)\b|\badults? \(?(?:aged )?\d|\b(?:from|between|patients?|subjects?|males?|females?|men|women|people|participants|persons|outpatients|out-patients)\b[^.;,]{0,20}\d{1,2}[^.;,]{0,12}years\b/i;
const otherAges =
	/gestation|assent|minors|for age\b|age-based|for-age|\bBMI\b|body (?:mass|weight)|age at (?:onset|diagnosis)|age[- ]match|birth|\bmonths? (?:old|of age)|before (?:the )?age|since (?:the )?age|until/i;
const yearsAgo =
	/\b(?:for|past|last|within|previous|prior|every|history|free)\b[^.;]{0,25}\d{1,2}[^.;]{0,8}years?/i;
const ageRange = new RegExp(
	String.raw`\b${figure}\s*(?:years?)?(?: old| of age)?\s*(?:-|–|—|to|and|through|until)\s*${figure}(?:\s*years?|\s*$|[^\d])`,
	'i'
);
const ageBoth = new RegExp(
	String.raw`(${least})\s*${figure}\s*(?:years?)?(?: old| of age)?\s*(?:and|but|,|to)\s*(${most})\s*${figure}`,
	'i'
);
const ageMost = new RegExp(String.raw`(${most}|younger than)(?: the age of)?\s*${figure}`, 'i');
const ageLeast = new RegExp(String.raw`(${least}|older than)(?: the age of)?\s*${figure}`, 'i');
const ageAndOver =
	/(\d{1,3})\s*(?:years?|yrs?)?(?: old| of age|-old)?,?\s*(?:and|or)\s*(older|over|above|up|younger|under|below)/i;

/** The age limit in a sentence, in years; undefined where it has none that can be read. */
function ageSpan(text: string): Span | undefined {
	const both = ageBoth.exec(text);
	if (both)
		return {
			from: Number(both[2]),
			to: Number(both[4]),
			...(inclusiveLeast.test(both[1] ?? '') ? {} : { overFrom: true as const }),
			...(inclusiveMost.test(both[3] ?? '') ? {} : { underTo: true as const })
		};
	const range = ageRange.exec(text);
	if (range) return { from: Number(range[1]), to: Number(range[2]) };
	const open = ageAndOver.exec(text);
	if (open)
		return /older|over|above|up/i.test(open[2] ?? '')
			? { from: Number(open[1]) }
			: { to: Number(open[1]) };
	const [up, down] = [ageLeast.exec(text), ageMost.exec(text)];
	if (up && !down)
		// whole years: "over 18" is often meant as 18 and older, so the end itself is not sure
		return {
			from: Number(up[2]),
			...(inclusiveLeast.test(up[1] ?? '') ? {} : { overFrom: true as const })
		};
	if (down && !up)
		return {
			to: Number(down[2]),
			...(inclusiveMost.test(down[1] ?? '') ? {} : { underTo: true as const })
		};
	return undefined;
}

/** What the sentences say on an age in years. The structured limits are checked apart. */
export function checkAge(sentences: readonly Sentence[], age: number): Finding[] {
	return sentences.flatMap((sentence) => {
		const { text, section } = sentence;
		if (!aged.test(text) || !/\d/.test(text) || otherAges.test(text)) return [];
		const give = (verdict: Verdict, why: string) => [findingOn(sentence, 'age', { verdict, why })];
		if (yearsAgo.test(text) && !/\b(?:age|aged|of age|years? old)\b/i.test(text)) return [];
		const span = ageSpan(text);
		if (/\b(?:index|scores?|levels?|upper limit|ULN)\b/i.test(text) && /\d.*\d/.test(text))
			return give('read', 'It gives more numbers than an age.');
		if (!span || (span.from ?? 0) > 120 || (span.to ?? 0) > 120) {
			return /\bage[ds]?\b|years? (?:old|of age)/i.test(text)
				? give('read', 'It is about age, but we cannot compare it.')
				: [];
		}
		if (
			/\b(?:women|females?|men|males?|controls?|if|unless)\b/i.test(
				text.replace(
					/\b(?:males?|men|women|females?)(?: and | or |\/| & )(?:non-pregnant )?(?:males?|men|women|females?)\b/gi,
					''
				)
			)
		)
			return give('read', 'It gives an age for some people only, or with an “if”.');
		const edge = (span.overFrom && span.from === age) || (span.underTo && span.to === age);
		if (edge) return give('read', 'Your age is right at its limit.');
		const inside = within(age, span);
		const fits = section === 'exclusion' ? !inside : inside;
		return fits
			? give(
					'matches',
					section === 'exclusion'
						? 'Your age is not in the range that this rule keeps out.'
						: 'Your age is in the range of this rule.'
				)
			: give(
					'may-rule-out',
					section === 'exclusion'
						? 'Your age is in the range that this rule keeps out.'
						: 'Your age is not in the range of this rule.'
				);
	});
}
