import * as v from 'valibot';

/** Medicines by class, each a question of its own. */
export const medicineIds = [
	'dopamine-medicine',
	'nerve-medicine',
	'opioid',
	'sleep-medicine',
	'iron-medicine',
	'antidepressant',
	'antinausea',
	'antihistamine',
	'psychiatric',
	'heart'
] as const;
export type MedicineId = (typeof medicineIds)[number];

/** Questions with the answers yes, no and not sure. */
export const saidIds = [
	'rls',
	'pregnancy',
	'dialysis',
	'iron-deficiency',
	'diabetes',
	'neuropathy',
	'parkinson',
	'sleep-apnea',
	'augmentation',
	...medicineIds,
	'after-medicine',
	'mri',
	'travel'
] as const;
export type SaidId = (typeof saidIds)[number];

export type QuestionId = 'age' | 'sex' | 'ferritin' | 'any-medicine' | SaidId;

const Answer = v.picklist(['yes', 'no']);
export type Answer = v.InferOutput<typeof Answer>;

const Answers = v.strictObject({
	age: v.exactOptional(v.pipe(v.number(), v.minValue(0), v.maxValue(120))),
	sex: v.exactOptional(v.picklist(['female', 'male'])),
	/** ng/mL, which is the same as µg/L. */
	ferritin: v.exactOptional(v.pipe(v.number(), v.minValue(0), v.maxValue(10_000))),
	/** What is not here was not answered or is not known: never a "no". */
	said: v.record(v.picklist(saidIds), Answer)
});
type Read = v.InferOutput<typeof Answers>;

/** What a visitor said of themselves. It stays on their device. */
export interface Answers extends Omit<Read, 'said'> {
	said: Partial<Record<SaidId, Answer>>;
}

/** Nothing said. */
export const noAnswers: Answers = { said: {} };

/** Reads kept answers; anything else than what we wrote gives undefined, whole. */
export function readAnswers(kept: string): Answers | undefined {
	try {
		const result = v.safeParse(Answers, JSON.parse(kept));
		return result.success ? result.output : undefined;
	} catch {
		return undefined;
	}
}

/** Did the visitor answer anything? */
export function answeredAny({ said, ...numbers }: Answers): boolean {
	return (
		Object.keys(said).length > 0 || Object.values(numbers).some((value) => value !== undefined)
	);
}
