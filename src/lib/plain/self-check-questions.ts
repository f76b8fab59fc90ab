import type { QuestionId, SaidId } from './self-check-answers.ts';

/** A yes/no question as the form asks it. */
export interface Question {
	id: SaidId;
	asks: string;
	hint?: string;
}

const health: Question[] = [
	{ id: 'rls', asks: 'Has a doctor told you that you have restless legs?' },
	{ id: 'pregnancy', asks: 'Are you pregnant?' },
	{
		id: 'dialysis',
		asks: 'Are you on dialysis?',
		hint: 'Dialysis cleans the blood when the kidneys fail.'
	},
	{ id: 'iron-deficiency', asks: 'Has a test shown that you are low in iron?' },
	{ id: 'diabetes', asks: 'Do you have diabetes?' },
	{
		id: 'neuropathy',
		asks: 'Do you have nerve damage (neuropathy)?',
		hint: 'It often makes the feet numb, or makes them tingle or burn.'
	},
	{ id: 'parkinson', asks: 'Do you have Parkinson’s disease?' },
	{
		id: 'sleep-apnea',
		asks: 'Do you have sleep apnea?',
		hint: 'Breathing stops for short times in sleep.'
	},
	{
		id: 'augmentation',
		asks: 'Have you ever had augmentation?',
		hint: 'A dopamine medicine helped at first. Then symptoms came earlier in the day, got stronger or spread.'
	}
];

const medicines: Question[] = [
	{
		id: 'dopamine-medicine',
		asks: 'A dopamine medicine',
		hint: 'Such as pramipexole, ropinirole, the rotigotine patch or levodopa'
	},
	{ id: 'nerve-medicine', asks: 'Gabapentin, pregabalin or the like' },
	{ id: 'opioid', asks: 'An opioid', hint: 'Such as methadone, oxycodone, tramadol or codeine' },
	{
		id: 'sleep-medicine',
		asks: 'A sleeping pill or a calming pill',
		hint: 'Such as clonazepam or zolpidem'
	},
	{ id: 'iron-medicine', asks: 'Iron', hint: 'Pills or drops, or iron given into a vein' },
	{
		id: 'antidepressant',
		asks: 'An antidepressant',
		hint: 'Such as sertraline, citalopram or amitriptyline'
	},
	{ id: 'antinausea', asks: 'A nausea medicine', hint: 'Such as metoclopramide' },
	{ id: 'antihistamine', asks: 'An allergy or cold medicine', hint: 'Such as diphenhydramine' },
	{
		id: 'psychiatric',
		asks: 'A medicine for psychosis or for mood swings',
		hint: 'Such as quetiapine, olanzapine or lithium'
	},
	{
		id: 'heart',
		asks: 'A heart or blood pressure medicine',
		hint: 'Such as amlodipine or propranolol'
	}
];

const afterMedicine: Question[] = [
	{
		id: 'after-medicine',
		asks: 'Did your restless legs begin or get worse after a medicine?',
		hint: 'Such as one for mood, nausea, allergy, psychosis or the heart'
	}
];

const practical: Question[] = [
	{
		id: 'mri',
		asks: 'Is there a reason that you cannot have an MRI scan?',
		hint: 'Such as a pacemaker, metal in the body, or fear of tight spaces'
	},
	{ id: 'travel', asks: 'Could you travel to visits?' }
];

/** The yes/no questions in the order of the form. Age, sex and ferritin have fields of their own. */
export const questions = { health, medicines, afterMedicine, practical };

const names: Record<QuestionId, string> = {
	age: 'Your age',
	sex: 'Your sex',
	ferritin: 'Your ferritin',
	'any-medicine': 'Your medicines',
	rls: 'Restless legs',
	pregnancy: 'Pregnancy',
	dialysis: 'Dialysis',
	'iron-deficiency': 'Low iron',
	diabetes: 'Diabetes',
	neuropathy: 'Nerve damage',
	parkinson: 'Parkinson’s disease',
	'sleep-apnea': 'Sleep apnea',
	augmentation: 'Augmentation',
	'dopamine-medicine': 'Dopamine medicine',
	'nerve-medicine': 'Gabapentin or the like',
	opioid: 'Opioid',
	'sleep-medicine': 'Sleeping or calming pill',
	'iron-medicine': 'Iron as a medicine',
	antidepressant: 'Antidepressant',
	antinausea: 'Nausea medicine',
	antihistamine: 'Allergy or cold medicine',
	psychiatric: 'Medicine for psychosis or mood swings',
	heart: 'Heart or blood pressure medicine',
	'after-medicine': 'RLS after a medicine',
	mri: 'MRI scan',
	travel: 'Travel'
};

/** The short name of what a question is about. */
export function questionName(id: QuestionId): string {
	return names[id];
}
