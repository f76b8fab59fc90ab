import { parseAge, type Age } from '#lib/study/age.ts';
import { isPartialDate, type PartialDate } from '#lib/study/date.ts';
import { stated } from '#lib/study/stated.ts';
import type { DatedFact, Study } from '#lib/study/study.ts';

/** Reads single values of one record; what cannot be read is kept in `unread`, as it was sent. */
export interface Reading {
	unread: Study['unread'];
	date(field: string, value: string | undefined): PartialDate | undefined;
	dated(field: string, value: WireDate | undefined): DatedFact | undefined;
	age(field: string, value: string | undefined): Age | undefined;
	count(field: string, value: number | undefined): number | undefined;
	/** The items that have all of `keys`; of the others, what they hold goes to `unread`. */
	having<T extends object, K extends keyof T>(
		field: string,
		items: readonly T[] | undefined,
		...keys: K[]
	): (T & { [P in K]-?: Exclude<T[P], undefined> })[];
	/** Notes a value that is not taken over. */
	leave(field: string, value: unknown): undefined;
}

interface WireDate {
	date: string | undefined;
	type: string | undefined;
}

/**
 * The largest enrollment that is believed. The registry holds the sentinel 99999999 and counts up to
 * 188,814,085, which no study has.
 */
const mostPeople = 10_000_000;

/** A fresh reading, for one record. `field` is always the path in the record. */
export function startReading(): Reading {
	const unread: Study['unread'] = [];

	function leave(field: string, value: unknown): undefined {
		unread.push({ field, value: typeof value === 'string' ? value : JSON.stringify(value) });
		return undefined;
	}

	function date(field: string, value: string | undefined): PartialDate | undefined {
		if (value === undefined) return undefined;
		return isPartialDate(value) ? value : leave(field, value);
	}

	return {
		unread,
		leave,
		date,
		dated(field, value) {
			const day = date(`${field}.date`, value?.date);
			return day === undefined ? undefined : stated({ date: day, kind: value?.type });
		},
		age(field, value) {
			return value === undefined ? undefined : (parseAge(value) ?? leave(field, value));
		},
		count(field, value) {
			if (value === undefined) return undefined;
			const plausible = Number.isInteger(value) && value >= 0 && value <= mostPeople;
			return plausible ? value : leave(field, String(value));
		},
		having(field, items = [], ...keys) {
			return items.filter(
				(item): item is (typeof items)[number] & Having<typeof item, (typeof keys)[number]> => {
					if (keys.every((key) => item[key] !== undefined)) return true;
					const rest = Object.entries(item).filter(([, value]) => isSaid(value));
					if (rest.length > 0) leave(field, Object.fromEntries(rest));
					return false;
				}
			);
		}
	};
}

type Having<T, K extends keyof T> = { [P in K]-?: Exclude<T[P], undefined> };

function isSaid(value: unknown): boolean {
	return value !== undefined && !(Array.isArray(value) && value.length === 0);
}

/**
 * A MeSH id as MeSH writes it. Copies up to 2024 fill the number with zeros to ten characters
 * (`D000012893` for `D012893`). But headings made since 2014 have ten characters of their own
 * (`D000068376`; NLM Technical Bulletin 391, e1): numbers from there on stay as they are, and so do
 * supplementary ids (`C…`).
 */
export function meshId(id: string): string {
	const number = /^D000(\d{6})$/.exec(id)?.[1];
	return number !== undefined && Number(number) < firstTenCharacterHeading ? `D${number}` : id;
}

/** The last seven-character headings are near D066330. */
const firstTenCharacterHeading = 66_400;
