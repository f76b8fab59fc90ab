import { pieces, areaPieces, type Piece } from './pieces.ts';
import { isObject, textsAt, valuesAt, type Json } from './record.ts';
import { containsWords, expansions, words, type Synonyms } from './words.ts';

/** Does this record answer the question? */
export type Test = (record: unknown) => boolean;

/** A question that cannot be evaluated: the registry answers 400 with this text. */
export class QueryError extends Error {}

export interface QueryOptions {
	/** The area that is asked where the question names none. */
	area: string;
	synonyms: Synonyms;
}

/** 12 terms pass and 14 do not; what 13 do is not known. A quoted phrase is counted as one term. */
const maxTerms = 13;

type Token =
	| { kind: 'word' | 'phrase' | 'operator'; text: string; at: number }
	| { kind: 'source'; text: string; argument: string; at: number }
	| { kind: 'end'; text: string; at: number };

const grammar =
	/\s+|(?<source>AREA|RANGE|SEARCH|DISTANCE|TILT|COVERAGE|EXPANSION)\[(?<argument>[^[\]]*)\]|"(?<phrase>(?:\\.|[^"\\])*)"|(?<operator>[(),])|(?<word>(?:\\.|[^\s()[\]",\\])+)/gy;
const operatorWords = new Set(['AND', 'OR', 'NOT']);

function tokensOf(text: string): Token[] {
	const tokens: Token[] = [];
	let at = 0;
	while (at < text.length) {
		grammar.lastIndex = at;
		const match = grammar.exec(text);
		if (!match) {
			const rest = text.slice(at);
			if (rest.startsWith('[') && tokens.length > 0)
				throw new QueryError(`no viable alternative at input '${text.slice(0, at + 1)}'`);
			throw new QueryError(
				`mismatched input '${rest.slice(0, 1)}' expecting {<EOF>, '(', ',', 'NOT', 'AND', 'OR', 'SEARCH', 'AREA', 'RANGE', 'DISTANCE'}`
			);
		}
		const { source, argument = '', phrase, operator, word } = match.groups ?? {};
		if (source !== undefined) tokens.push({ kind: 'source', text: source, argument, at });
		else if (phrase !== undefined)
			tokens.push({ kind: 'phrase', text: phrase.replace(/\\(.)/g, '$1'), at });
		else if (operator !== undefined) tokens.push({ kind: 'operator', text: operator, at });
		else if (word !== undefined && operatorWords.has(word))
			tokens.push({ kind: 'operator', text: word, at });
		else if (word !== undefined) tokens.push({ kind: 'word', text: word, at });
		at = grammar.lastIndex;
	}
	return tokens;
}

const synonymFields =
	/Title$|armsInterventionsModule|conditionsModule|descriptionModule|outcomesModule|outcomeMeasuresModule|eligibilityModule|BrowseModule/;

/** A text search for words one after the other, or for a synonym of them where the registry has one. */
function phraseTest(text: string, area: readonly Piece[], synonyms: Synonyms): Test {
	const asked = words(text);
	if (asked.length === 0) throw new QueryError('inner bool query clause cannot be null');
	const others = expansions(asked, synonyms);
	return (record) =>
		area.some(({ path }) => {
			const wanted = synonymFields.test(path) ? [asked, ...others] : [asked];
			return textsAt(record, path).some((value) =>
				wanted.some((each) => containsWords(value, each))
			);
		});
}

function enumTest(text: string, piece: Piece): Test {
	const asked = text.split(/[\s,]+/).filter((each) => each !== '');
	if (asked.some((each) => !piece.values.includes(each))) {
		const allowed = piece.values.map((value) => `\`${value}\``).join(', ');
		throw new QueryError(`Allowed values for enum field \`${piece.path}\` are ${allowed}`);
	}
	return (record) => {
		const values = textsAt(record, piece.path);
		return asked.every((each) => values.includes(each));
	};
}

/** Several words are ANDed, each anywhere in the area, or stand together for a synonym. */
function wordsTest(texts: readonly string[], area: readonly Piece[], synonyms: Synonyms): Test {
	const together = texts.join(' ');
	const [only] = area;
	if (area.length === 1 && only?.type === 'enum') return enumTest(together, only);
	const parts = words(together);
	if (parts.length === 0) throw new QueryError('inner bool query clause cannot be null');
	const each = parts.map((part) => phraseTest(part, area, synonyms));
	const whole = phraseTest(together, area, synonyms);
	return (record) => whole(record) || each.every((test) => test(record));
}

const unitDays: Record<string, number> = {
	minute: 1 / 1440,
	hour: 1 / 24,
	day: 1,
	week: 7,
	month: 30.44,
	year: 365.25
};

/** A value on one scale per type, so that it can be compared: days, numbers, padded dates. */
function comparable(text: string, piece: Piece): number | undefined {
	if (piece.type === 'number') return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : undefined;
	if (piece.type === 'age') {
		const [, count, unit] = /^(\d+) ([a-z]+?)s?$/.exec(text.toLowerCase()) ?? [];
		const days = unitDays[unit ?? ''];
		return days === undefined ? undefined : Number(count) * days;
	}
	if (!/^\d{4}(-\d\d){0,2}$/.test(text)) return undefined;
	return Date.parse(`${text}-01-01`.slice(0, 10));
}

function rangeTest(argument: string, area: readonly Piece[]): Test {
	const [piece] = area;
	const bounds = argument.split(',').map((bound) => bound.trim());
	const [from, to] = bounds;
	if (!piece || area.length > 1 || !['number', 'age', 'date'].includes(piece.type))
		throw new QueryError(`RANGE needs a date, number or age field`);
	const low = from === 'MIN' ? -Infinity : comparable(from ?? '', piece);
	const high = to === 'MAX' ? Infinity : comparable(to ?? '', piece);
	if (bounds.length !== 2 || low === undefined || high === undefined)
		throw new QueryError(`mismatched input '${argument}' in RANGE`);
	return (record) =>
		textsAt(record, piece.path).some((text) => {
			const value = comparable(text, piece);
			return value !== undefined && value >= low && value <= high;
		});
}

const locations = 'protocolSection.contactsLocationsModule.locations';

/** The record once per site, as if it had only that one: all conditions must hold for the same site. */
function perSite(record: unknown): unknown[] {
	if (!isObject(record) || !isObject(record.protocolSection)) return [];
	const section: Json = record.protocolSection;
	return valuesAt(record, locations).map((site) => ({
		...record,
		protocolSection: { ...section, contactsLocationsModule: { locations: [site] } }
	}));
}

/** A site within some distance of a point, in kilometres. */
export function withinTest(latitude: number, longitude: number, kilometres: number): Test {
	const rad = Math.PI / 180;
	return (record) =>
		valuesAt(record, `${locations}.geoPoint`).some((point) => {
			if (!isObject(point) || typeof point.lat !== 'number' || typeof point.lon !== 'number')
				return false;
			const dLat = Math.sin(((point.lat - latitude) * rad) / 2) ** 2;
			const dLon = Math.sin(((point.lon - longitude) * rad) / 2) ** 2;
			const share = dLat + Math.cos(latitude * rad) * Math.cos(point.lat * rad) * dLon;
			return 12742 * Math.asin(Math.sqrt(Math.min(1, share))) <= kilometres;
		});
}

const kilometresPer = { km: 1, mi: 1.609344 } as const;

/** `lat,lon,25mi`; undefined where it is malformed or has no unit (its meaning then is not known). */
export function distanceTest(argument: string): Test | undefined {
	const number = '-?\\d+(?:\\.\\d+)?';
	const form = new RegExp(`^(${number}),(${number}),(\\d+(?:\\.\\d+)?)(km|mi)$`);
	const [, lat, lon, far, unit] = form.exec(argument) ?? [];
	if (unit !== 'km' && unit !== 'mi') return undefined;
	return withinTest(Number(lat), Number(lon), Number(far) * kilometresPer[unit]);
}

/**
 * Reads a question in a subset of the registry's Essie language: words, phrases, AND, OR, NOT,
 * parentheses, AREA, RANGE, SEARCH[Location], DISTANCE, MISSING and ALL.
 *
 * @throws QueryError for everything else: never a silent wrong answer.
 */
export function essie(text: string, options: QueryOptions): Test {
	const { synonyms } = options;
	const tokens = tokensOf(text);
	let position = 0;
	let terms = 0;

	const end: Token = { kind: 'end', text: '<EOF>', at: text.length };
	const peek = (): Token => tokens[position] ?? end;
	const isOperator = (operator: string): boolean => {
		const token = peek();
		return token.kind === 'operator' && token.text === operator;
	};
	const startsTerm = (): boolean => {
		const { kind } = peek();
		return kind === 'word' || kind === 'phrase' || kind === 'source' || isOperator('(');
	};

	function either(area: readonly Piece[]): Test {
		const tests = [both(area)];
		while (isOperator('OR')) {
			position++;
			tests.push(both(area));
		}
		return (record) => tests.some((test) => test(record));
	}

	function both(area: readonly Piece[]): Test {
		const tests = [unary(area)];
		for (;;) {
			if (isOperator('AND') || isOperator(',')) position++;
			else if (!startsTerm() && !isOperator('NOT')) break;
			tests.push(unary(area));
		}
		return (record) => tests.every((test) => test(record));
	}

	function unary(area: readonly Piece[]): Test {
		if (isOperator('NOT')) {
			position++;
			const inner = unary(area);
			return (record) => !inner(record);
		}
		const token = peek();
		if (token.kind === 'source') return source(token.text, token.argument, area);
		return primary(area);
	}

	function source(name: string, argument: string, area: readonly Piece[]): Test {
		position++;
		if (name === 'RANGE') return rangeTest(argument, area);
		if (name === 'DISTANCE') {
			const test = distanceTest(argument);
			if (!test) throw new QueryError(`mismatched input '${argument}' in DISTANCE`);
			return test;
		}
		if (name === 'AREA') {
			const inner = areaPieces(argument);
			if (!inner) throw new QueryError(`Unknown area name: \`${argument}\``);
			return unary(inner);
		}
		if (name === 'SEARCH' && argument === 'Location') {
			const inner = unary(area);
			return (record) => perSite(record).some((each) => inner(each));
		}
		throw new QueryError(`${name}[${argument}] is not evaluated by this stand-in`);
	}

	function primary(area: readonly Piece[]): Test {
		const token = peek();
		if (isOperator('(')) {
			position++;
			const inner = either(area);
			if (!isOperator(')')) throw new QueryError(`missing ')' at '${peek().text}'`);
			position++;
			return inner;
		}
		if (token.kind === 'phrase') {
			position++;
			terms++;
			const [only] = area;
			return area.length === 1 && only?.type === 'enum'
				? enumTest(token.text, only)
				: phraseTest(token.text, area, synonyms);
		}
		if (token.kind !== 'word') throw new QueryError('inner bool query clause cannot be null');
		if (token.text === 'ALL' || token.text === 'MISSING') {
			position++;
			if (token.text === 'ALL') return () => true;
			return (record) => area.every(({ path }) => valuesAt(record, path).length === 0);
		}
		const run: string[] = [];
		for (let next = peek(); next.kind === 'word'; next = peek()) {
			if (next.text === 'ALL' || next.text === 'MISSING') break;
			run.push(next.text.replace(/\\(.)/g, '$1'));
			position++;
			terms++;
		}
		return wordsTest(run, area, synonyms);
	}

	const test = either(areaPieces(options.area) ?? [...pieces.values()]);
	if (position < tokens.length)
		throw new QueryError(`extraneous input '${peek().text}' expecting <EOF>`);
	if (terms > maxTerms) throw new QueryError('Too complicated query');
	return test;
}
