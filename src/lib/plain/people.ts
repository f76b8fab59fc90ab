import type { Study } from '#lib/study/study.ts';
import { field, listed, sentenceFor, statedFields, type Saying } from './saying.ts';

const module = 'eligibilityModule';

/** How many people, planned or counted. 0 is a number like others: withdrawn studies have it. */
export function howMany({ enrollment }: Study): Saying[] {
	if (!enrollment) return [];
	const { count, kind } = enrollment;
	const people = `${count.toLocaleString('en-US')} ${count === 1 ? 'person' : 'people'}`;
	const says =
		kind === 'ACTUAL'
			? count === 0
				? 'No one joined: it counts 0 people.'
				: `It counts ${people} in all.`
			: kind === 'ESTIMATED'
				? `The plan is for ${people}.`
				: kind === undefined
					? `The record says ${people}, but not if that is a plan or a count.`
					: `The record says ${people} (“${kind}”).`;
	return [
		{
			says,
			fields: statedFields({
				'designModule.enrollmentInfo.count': count,
				'designModule.enrollmentInfo.type': kind
			})
		}
	];
}

/** Whom it is for: sex, ages, healthy volunteers. An absent age limit is none, an unread one is not. */
export function whoFor({ eligibility, unread }: Study): Saying[] {
	const { sex, minimumAge, maximumAge, ageGroups, genderBased, healthyVolunteers } = eligibility;
	const ages = { minimumAge: minimumAge?.text, maximumAge: maximumAge?.text };
	const limited = minimumAge !== undefined || maximumAge !== undefined;
	const unclear = unread.some(({ field: at }) => /eligibilityModule\.(min|max)imumAge$/.test(at));
	const grown = (minimumAge?.years ?? 0) >= 18;
	const sayings: Saying[] = [];
	if (sex !== undefined || limited)
		sayings.push({
			says: `It is for ${peopleOf(sex, grown)}${agesOf(ages, unclear)}.`,
			fields: statedFields({
				[`${module}.sex`]: sex,
				[`${module}.minimumAge`]: minimumAge,
				[`${module}.maximumAge`]: maximumAge
			})
		});
	if (!limited && ageGroups.length > 0 && (ageGroups.length < 3 || sex === undefined))
		sayings.push({
			says: `It lists these ages: ${listed(ageGroups.map((group) => sentenceFor(groups, group, (quoted) => quoted)))}.`,
			fields: [field(`${module}.stdAges`)]
		});
	if (genderBased === true)
		sayings.push({
			says: 'Who it is for depends on gender, not on sex alone.',
			fields: [field(`${module}.genderBased`)]
		});
	if (healthyVolunteers !== undefined)
		sayings.push({
			says: healthyVolunteers
				? 'Healthy volunteers are part of it.'
				: 'Healthy volunteers are not part of it.',
			fields: [field(`${module}.healthyVolunteers`)]
		});
	return sayings;
}

const groups: Record<string, string> = {
	CHILD: 'children',
	ADULT: 'adults',
	OLDER_ADULT: 'older adults'
};

/** Under 18 the registry's "female" are girls too. */
function peopleOf(sex: string | undefined, grown: boolean): string {
	if (sex === undefined) return 'people';
	const words = {
		ALL: 'people of any sex',
		FEMALE: grown ? 'women only' : 'women and girls only',
		MALE: grown ? 'men only' : 'men and boys only'
	};
	return sentenceFor(words, sex, (quoted) => `people whose sex is given as ${quoted}`);
}

function agesOf(
	{ minimumAge, maximumAge }: { minimumAge: string | undefined; maximumAge: string | undefined },
	unclear: boolean
): string {
	const [least, most] = [minimumAge?.toLowerCase(), maximumAge?.toLowerCase()];
	if (least !== undefined && most !== undefined)
		return `, from ${least.replace(/ years$/, most.endsWith(' years') ? '' : '$&')} to ${most} old`;
	if (least !== undefined) return unclear ? `, not under ${least} old` : `, ${least} or older`;
	if (most !== undefined) return unclear ? `, not over ${most} old` : `, up to ${most} old`;
	return unclear ? '' : ', with no age limit stated';
}
