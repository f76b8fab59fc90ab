import type { Arm, Study } from '#lib/study/study.ts';
import { field } from './saying.ts';

const module = 'armsInterventionsModule';

/** What the arms of one role get. */
export interface Given {
	/** One for each arm that differs: `iron sucrose + placebo tablet`, or what the record calls it. */
	mixes: string[];
	arms: number;
	/** Does the record list something that these arms get? */
	lists: boolean;
	fields: string[];
}

/** The arms by role: ArmGroupType, with `undefined` for arms of which the record states none. */
export function armsByRole(study: Study): Map<string | undefined, Given> {
	const roles = new Map<string | undefined, Given>();
	for (const [index, arm] of study.arms.entries()) {
		const at = `${module}.armGroups[${index}]`;
		const { names, fields } = namesIn(arm, at, study);
		const role = roleOf(arm, names);
		const given = roles.get(role) ?? { mixes: [], arms: 0, lists: false, fields: [] };
		const mix = names.length > 0 ? names.join(' + ') : called(arm.label);
		roles.set(role, {
			mixes: given.mixes.includes(mix) ? given.mixes : [...given.mixes, mix],
			arms: given.arms + 1,
			lists: given.lists || names.length > 0,
			fields: [...given.fields, ...(arm.type === undefined ? [] : [field(`${at}.type`)]), ...fields]
		});
	}
	return roles;
}

/** Names of what is given that none of `arms` lists, with their paths. */
export function outsideArms(
	study: Study,
	arms = study.arms
): { names: string[]; fields: string[] } {
	const inArms = new Set(arms.flatMap((arm) => namesIn(arm, '', study).names));
	const outside = study.interventions
		.map(({ name }, index) => ({ name, path: field(`${module}.interventions[${index}].name`) }))
		.filter(({ name }) => !inArms.has(name));
	return { names: outside.map(({ name }) => name), fields: outside.map(({ path }) => path) };
}

/**
 * What an arm gets. Some records tell it only the other way round: the interventions name their
 * arms, and the arms list nothing.
 */
function namesIn(arm: Arm, at: string, study: Study): { names: string[]; fields: string[] } {
	const { label, interventions } = arm;
	if (interventions.length > 0)
		return {
			names: interventions.map((listedAs) => nameOf(listedAs, study)),
			fields: [field(`${at}.interventionNames`)]
		};
	if (label === undefined) return { names: [], fields: [] };
	const naming = study.interventions
		.map(({ name, arms }, index) => ({ name, arms, index }))
		.filter(({ arms }) => arms.includes(label));
	return {
		names: naming.map(({ name }) => name),
		fields: [
			field(`${at}.label`),
			...naming.map(({ index }) => field(`${module}.interventions[${index}].armGroupLabels`))
		]
	};
}

/**
 * Trials in which each person gets all in turn often mark the arm with the placebo `EXPERIMENTAL`
 * too. Where an arm gets nothing but what is named a placebo, nobody shall read that it is tested.
 */
function roleOf({ type }: Arm, names: string[]): string | undefined {
	if (type !== 'EXPERIMENTAL' && type !== 'ACTIVE_COMPARATOR') return type;
	const onlyPlacebo = names.length > 0 && names.every((name) => /^placebos?\b/i.test(name));
	return onlyPlacebo ? 'PLACEBO_COMPARATOR' : type;
}

function called(label: string | undefined): string {
	return label === undefined ? 'something that is not named' : `what the record calls “${label}”`;
}

/** Arms list `Drug: Aspirin`; the intervention is `Aspirin`. */
function nameOf(listedAs: string, { interventions }: Study): string {
	const names = interventions
		.map(({ name }) => name)
		.filter((name) => listedAs.endsWith(`: ${name}`));
	return names.toSorted((a, b) => b.length - a.length)[0] ?? listedAs;
}
