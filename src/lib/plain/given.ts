import type { Study } from '#lib/study/study.ts';
import { armsByRole, outsideArms, type Given } from './arms.ts';
import type { Saying } from './saying.ts';

const comparators: Record<string, string> = {
	PLACEBO_COMPARATOR: 'There is a placebo group (placebo: no active drug), which gets',
	SHAM_COMPARATOR: 'There is a sham group (sham: it only looks real), which gets',
	NO_INTERVENTION: 'Some people get nothing that is tested',
	OTHER: 'There is a group of another kind, which gets'
};

/** What is given, and what it is compared with: the arms by their roles (ArmGroupType). */
export function givenIn(study: Study): Saying[] {
	if (study.type === 'EXPANDED_ACCESS') return rest(study, 'It gives access to');
	if (study.type === 'OBSERVATIONAL') return looksAt(study);
	const roles = armsByRole(study);
	return [
		...tested(roles.get('EXPERIMENTAL'), roles.get('ACTIVE_COMPARATOR')),
		...[...roles].flatMap(([role, given]) => others(role, given)),
		...rest(study, study.arms.length > 0 ? 'The record also lists' : 'The record lists as given')
	];
}

/** Without a tested group, those called "active comparator" are compared with each other. */
function tested(experimental: Given | undefined, active: Given | undefined): Saying[] {
	const sayings: Saying[] = [];
	if (experimental)
		sayings.push({
			says: `It tests: ${experimental.mixes.join('; ')}.`,
			fields: experimental.fields
		});
	if (!active) return sayings;
	const mixes = active.mixes.join('; ');
	const same = active.mixes.every((mix) => experimental?.mixes.includes(mix));
	const alone =
		active.mixes.length > 1
			? 'It compares with each other'
			: active.arms > 1
				? 'It compares groups that all get'
				: 'It gives';
	const says = !experimental
		? `${alone}: ${mixes}.`
		: same
			? `It compares this with people who also get: ${mixes}.`
			: `It compares this with: ${mixes}.`;
	return [...sayings, { says, fields: active.fields }];
}

function others(role: string | undefined, { mixes, lists, fields }: Given): Saying[] {
	if (role === 'EXPERIMENTAL' || role === 'ACTIVE_COMPARATOR') return [];
	const lead =
		role === undefined
			? 'Groups of no stated kind get'
			: Object.hasOwn(comparators, role)
				? comparators[role]
				: `There is a group of the kind “${role}”, which gets`;
	const names = role === 'NO_INTERVENTION' && !lists ? '' : `: ${mixes.join('; ')}`;
	return [{ says: `${lead ?? ''}${names}.`, fields }];
}

/** Groups of a study that watches have names, but no roles. */
function looksAt(study: Study): Saying[] {
	const groups = study.arms.flatMap(({ label }, index) =>
		label === undefined ? [] : [{ label, index }]
	);
	const path = 'protocolSection.armsInterventionsModule';
	const sayings: Saying[] = [];
	if (groups.length > 0)
		sayings.push({
			says: `It looks at these groups: ${groups.map(({ label }) => label).join('; ')}.`,
			fields: groups.map(({ index }) => `${path}.armGroups[${index}].label`)
		});
	return [...sayings, ...rest(study, 'It looks at')];
}

/** What no group of a trial lists; all that is named, where groups are no part of the kind of study. */
function rest(study: Study, lead: string): Saying[] {
	const byGroup = study.type !== 'EXPANDED_ACCESS' && study.type !== 'OBSERVATIONAL';
	const { names, fields } = outsideArms(study, byGroup ? study.arms : []);
	return names.length > 0 ? [{ says: `${lead}: ${names.join('; ')}.`, fields }] : [];
}
