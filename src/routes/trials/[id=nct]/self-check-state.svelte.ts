import {
	answeredAny,
	readAnswers,
	type Answer,
	type Answers,
	type SaidId
} from '#lib/plain/self-check-answers.ts';
import { stated } from '#lib/study/stated.ts';

const key = 'rls-self-check';

/** What stands in the storage of this browser; nothing where it may not be used. */
function kept(): string | undefined {
	try {
		return localStorage.getItem(key) ?? undefined;
	} catch {
		return undefined;
	}
}

/** Writes or, without answers, removes; tells whether the browser let us. */
function keep(answers: Answers | undefined): boolean {
	try {
		if (answers) localStorage.setItem(key, JSON.stringify(answers));
		else localStorage.removeItem(key);
		return true;
	} catch {
		return false;
	}
}

/** A whole number of years, 0 to 120. */
function ageOf(text: string): number | undefined {
	const age = /^\d{1,3}$/.test(text.trim()) ? Number(text) : undefined;
	return age !== undefined && age <= 120 ? age : undefined;
}

/** A number of ng/mL, with a point or a comma. */
function ferritinOf(text: string): number | undefined {
	return /^\d{1,4}(?:[.,]\d{1,2})?$/.test(text.trim())
		? Number(text.trim().replace(',', '.'))
		: undefined;
}

export type SelfCheck = ReturnType<typeof selfCheck>;

/**
 * A visitor's answers in the memory of this page, and in the storage of this browser where they say
 * so. They go nowhere else. To be made in the browser: it reads what was kept.
 */
export function selfCheck() {
	const before = kept();
	const first = before === undefined ? undefined : readAnswers(before);
	let age = $state(first?.age?.toString() ?? '');
	let ferritin = $state(first?.ferritin?.toString() ?? '');
	let sex = $state<Answers['sex']>(first?.sex);
	let said = $state<Answers['said']>(first?.said ?? {});
	let keeps = $state(first !== undefined);
	let refused = $state(false);
	const answers = $derived<Answers>({
		...stated({ age: ageOf(age), sex, ferritin: ferritinOf(ferritin) }),
		said: $state.snapshot(said)
	});
	// kept answers that are not ours, or of an older form, are of no use to anyone
	if (before !== undefined && first === undefined) keep(undefined);

	function store() {
		if (keeps) refused = !keep(answers);
	}

	return {
		get answers() {
			return answers;
		},
		get any() {
			return answeredAny(answers);
		},
		get age() {
			return age;
		},
		set age(text) {
			age = text;
			store();
		},
		get ageUnclear() {
			return age.trim() !== '' && answers.age === undefined;
		},
		get ferritin() {
			return ferritin;
		},
		set ferritin(text) {
			ferritin = text;
			store();
		},
		get ferritinUnclear() {
			return ferritin.trim() !== '' && answers.ferritin === undefined;
		},
		get sex() {
			return sex;
		},
		set sex(chosen) {
			sex = chosen;
			store();
		},
		/** Does this browser keep the answers? */
		get keeps() {
			return keeps;
		},
		set keeps(wanted) {
			keeps = wanted;
			if (wanted) store();
			else refused = !keep(undefined);
		},
		/** The browser did not let us keep or remove them. */
		get refused() {
			return refused;
		},
		/** Notes an answer; "not sure" takes it away. */
		say(id: SaidId, answer: Answer | undefined) {
			said = Object.fromEntries(
				Object.entries({ ...said, [id]: answer }).filter(([, given]) => given !== undefined)
			);
			store();
		},
		forget() {
			[age, ferritin, sex, said, keeps] = ['', '', undefined, {}, false];
			refused = !keep(undefined);
		}
	};
}
