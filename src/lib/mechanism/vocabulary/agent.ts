import type { ApproachId, MechanismId, SuspectId } from '#lib/mechanism/taxonomy.ts';

/** What the rows of one class have in common. */
export interface AgentClass {
	/** Labels for a study that gives it; none for what is only named so as not to be mistaken. */
	approaches: readonly ApproachId[];
	/** What it acts on, by its class. */
	mechanisms: readonly MechanismId[];
	/** The suspect it is where a study blames it. */
	suspect?: SuspectId;
	/** Mostly a suspect or a setting: its name alone does not make it the subject of a study. */
	trigger?: true;
	/** Where class and names come from. */
	source: string;
}

/** Something that a study can give or do: a medicine, a device, an exercise. One row a thing. */
export interface Agent extends AgentClass {
	name: string;
	/** All spellings, the name first; `=` in front: only in this exact case ("=FCM"). */
	names: readonly string[];
}

/** Makes the rows of a class from lines of `name: 'other name; =CODE'`. */
export function agents(about: AgentClass, lines: Readonly<Record<string, string>>): Agent[] {
	return Object.entries(lines).map(([name, others]) => ({
		...about,
		name,
		names: [name, ...namesOf(others)]
	}));
}

/** The names of a line, parted by semicolons. */
export function namesOf(line: string): string[] {
	return line
		.split(';')
		.map((name) => name.trim())
		.filter((name) => name !== '');
}
