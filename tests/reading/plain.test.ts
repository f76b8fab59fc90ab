import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { plainSummary } from '#lib/plain/summary.ts';
import { parseRecord, translate } from '#lib/server/registry/registry.ts';
import { ago } from '#lib/study/date.ts';
import { isOpen } from '#lib/study/status.ts';
import type { Study } from '#lib/study/study.ts';
import { readRecords } from '../../src/bin/records.ts';
import { studiesAt } from '../fixtures/studies/studies.ts';
import { grade } from './grade.ts';

const today = '2026-11-23';
const corpus = process.env['CORPUS_DIR'] ?? '../shared/corpus';
const folders = [
	...['authored', 'held-out'].map((name) => join('tests/fixtures', name, 'records')),
	...['rls', 'near', 'any'].map((name) => join(corpus, name))
];
const sets = [
	{ name: 'our own making', there: true, records: () => studiesAt(today) },
	...folders.map((folder) => ({
		name: folder,
		there: existsSync(folder),
		records: () => readRecords([folder])
	}))
];

/** The names in a study that stand in its sentences as the registry writes them. */
function namesIn(study: Study): string[] {
	return [
		...study.interventions.map(({ name }) => name),
		...study.arms.flatMap(({ label, interventions }) => [label ?? '', ...interventions]),
		...study.conditions,
		...study.sites.map(({ country }) => country ?? ''),
		study.sponsor?.name ?? ''
	]
		.filter((name) => name !== '')
		.toSorted((a, b) => b.length - a.length);
}

/**
 * The sentences without the names of interventions, groups, conditions, sponsors and countries: they
 * go in as the registry writes them, so they are no measure of our words (and hold figures of their
 * own, such as doses). Nothing else is taken out.
 */
function ownWords(study: Study): string[] {
	const names = namesIn(study);
	return plainSummary(study, today).map(({ says }) => {
		// names stand after a colon, countries after the number of sites; a group may be named "1"
		const lead = /^(?:It has [\d,]+ sites? in |[^:]*(?:placebo: |sham: )?[^:]*: )/.exec(says)?.[0];
		if (lead === undefined) return says;
		return lead + names.reduce((text, name) => text.replaceAll(name, ''), says.slice(lead.length));
	});
}

const figures = (text: string) => text.replace(/(\d),(?=\d{3})/g, '$1').match(/\d+/g) ?? [];

/** All figures of the structured fields that a sentence may have. */
function figuresOf(study: Study): Set<string> {
	const { enrollment, eligibility, start, completion, verified, resultsPosted, design } = study;
	const dates = [start?.date, completion?.date, verified, resultsPosted?.date].map((date) =>
		// a day is said without its zero
		date === undefined ? '' : date.replaceAll('-0', '-').replaceAll('-', ' ')
	);
	const texts = [
		...dates,
		verified === undefined ? '' : ago(verified, today),
		String(enrollment?.count ?? ''),
		eligibility.minimumAge?.text ?? '',
		eligibility.maximumAge?.text ?? '',
		design.targetDuration ?? '',
		String(study.sites.length),
		String(study.sites.filter(({ country }) => country === undefined).length),
		...study.unread.map(({ value }) => value)
	];
	return new Set(texts.flatMap(figures));
}

/** Does the record have something at a path such as `protocolSection.conditionsModule.conditions[0]`? */
function has(record: unknown, path: string): boolean {
	const value = path
		.replace(/\[(\d+)\]/g, '.$1')
		.split('.')
		.reduce<unknown>(
			(at, key) =>
				typeof at === 'object' && at !== null
					? Object.entries(at).find(([name]) => name === key)?.[1]
					: undefined,
			record
		);
	return value !== undefined && value !== null;
}

for (const { name, there, records } of sets)
	describe.skipIf(!there)(`the studies of ${name} in plain words`, () => {
		const all = (there ? records() : []).flatMap((record) => {
			const parsed = parseRecord(record);
			return parsed.ok ? [{ record, study: translate(parsed.wire) }] : [];
		});

		it('can be read at grade 8, at least 95 of 100', () => {
			expect(all.length).toBeGreaterThan(0);
			const hard = all
				.map(({ study }) => ({ study, says: ownWords(study) }))
				.filter(({ says }) => grade(says) > 8)
				.map(({ study, says }) => [study.nctId, grade(says), says]);
			expect(hard.length / all.length, JSON.stringify(hard, undefined, '\t')).toBeLessThanOrEqual(
				0.05
			);
		});

		it('have no figure that the record does not have', () => {
			const faults = all.flatMap(({ study }) => {
				const allowed = figuresOf(study);
				const wrong = ownWords(study).filter((says) =>
					figures(says).some((figure) => !allowed.has(figure))
				);
				return wrong.length > 0 ? [[study.nctId, ...wrong]] : [];
			});
			expect(faults).toEqual([]);
		});

		it('lose no number: people, ages, dates, sites', () => {
			const faults = all.flatMap(({ study }) => {
				const said = new Set(ownWords(study).flatMap(figures));
				const { enrollment, eligibility, start, completion, sites } = study;
				const needed = [
					String(enrollment?.count ?? ''),
					eligibility.minimumAge?.text ?? '',
					eligibility.maximumAge?.text ?? '',
					...[start?.date, completion?.date].map((date) => (date ?? '').slice(0, 4)),
					sites.length > 0 ? String(sites.length) : ''
				].flatMap(figures);
				const lost = needed.filter((figure) => !said.has(figure));
				return lost.length > 0 ? [[study.nctId, ...lost]] : [];
			});
			expect(faults).toEqual([]);
		});

		it('name fields that the record has, but for what is not stated', () => {
			const faults = all.flatMap(({ record, study }) =>
				plainSummary(study, today)
					.filter(({ says }) => !/^Not stated|^The record does not state|o clear date/.test(says))
					.filter(
						({ fields }) => fields.length === 0 || !fields.every((field) => has(record, field))
					)
					.map((saying) => [study.nctId, saying])
			);
			expect(faults).toEqual([]);
		});

		it('call nothing open but what is confirmed, and advise nothing', () => {
			const texts = all.map(({ study }) => ({ study, text: ownWords(study).join(' ') }));
			for (const { study, text } of texts) {
				expect(text).not.toMatch(/\b(?:best|apply to join|qualify|eligible|should|undefined)\b/i);
				if (/is open|(?:takes|to take) people/.test(text))
					expect(isOpen(study, today), study.nctId).toBe(true);
			}
		});
	});
