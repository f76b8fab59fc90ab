import * as v from 'valibot';
import type { ResultTable } from '#lib/study/results.ts';
import { stated } from '#lib/study/stated.ts';

const text = v.optional(v.fallback(v.string(), ''), '');
const list = <T>(item: v.GenericSchema<unknown, T>) =>
	v.optional(
		v.fallback(v.array(item), () => []),
		() => []
	);

const counts = list(v.object({ groupId: text, value: text }));
const Measure = v.object({
	type: text,
	title: text,
	description: text,
	timeFrame: text,
	reportingStatus: text,
	paramType: text,
	dispersionType: text,
	unitOfMeasure: text,
	groups: list(v.object({ id: text, title: text, description: text })),
	denoms: list(v.object({ units: text, counts })),
	classes: list(
		v.object({
			title: text,
			categories: list(
				v.object({
					title: text,
					measurements: list(
						v.object({
							groupId: text,
							value: text,
							spread: text,
							lowerLimit: text,
							upperLimit: text,
							comment: text
						})
					)
				})
			)
		})
	)
});
type Measure = v.InferOutput<typeof Measure>;
type Measurement = Measure['classes'][number]['categories'][number]['measurements'][number];

const Posted = v.object({
	resultsSection: v.object({
		outcomeMeasuresModule: v.object({ outcomeMeasures: list(Measure) })
	})
});

/**
 * The outcome measures that a record posts, as tables. Values are texts and stay as they are sent
 * (API reference: `NA`, ranges, counts). A record without results, or with results in a shape that
 * we cannot read, gives an empty list; its page still links to them at the registry.
 */
export function resultTables(record: unknown): ResultTable[] {
	const read = v.safeParse(Posted, record);
	if (!read.success) return [];
	return read.output.resultsSection.outcomeMeasuresModule.outcomeMeasures.map(tableOf);
}

function tableOf(measure: Measure): ResultTable {
	const ids = measure.groups.map(({ id }) => id);
	const [denominator] = measure.denoms;
	const unit = [numberWords(measure), filled(measure.unitOfMeasure)].filter(
		(part) => part !== undefined
	);
	return {
		title: filled(measure.title) ?? 'A measure without a title',
		...stated({
			type: filled(measure.type),
			description: filled(measure.description),
			timeFrame: filled(measure.timeFrame),
			numbers: filled(unit.join(', ')),
			unposted: measure.reportingStatus === 'NOT_POSTED' ? 'not posted yet' : undefined
		}),
		groups: measure.groups.map(({ title, description }) => ({
			title: filled(title) ?? 'A group without a name',
			...stated({ description: filled(description) })
		})),
		measured: ids.map((id) =>
			filled(denominator?.counts.find((each) => each.groupId === id)?.value)
		),
		rows: measure.classes.flatMap(({ title, categories }) =>
			categories.map((category) => ({
				label: [title, category.title].filter((part) => part.trim() !== '').join(': '),
				values: ids.map((id) =>
					valueOf(category.measurements.find(({ groupId }) => groupId === id))
				)
			}))
		)
	};
}

/** `MEAN` with `Standard Deviation` → "Mean (Standard Deviation)". */
function numberWords({ paramType, dispersionType }: Measure): string | undefined {
	const kind = filled(paramType)?.toLowerCase().replaceAll('_', ' ');
	if (kind === undefined) return undefined;
	const spread = filled(dispersionType);
	const words = kind.charAt(0).toUpperCase() + kind.slice(1);
	return spread === undefined ? words : `${words} (${spread})`;
}

/** The value with its spread or limits, as the registry's own tables show them. */
function valueOf(measurement: Measurement | undefined): string | undefined {
	if (!measurement) return undefined;
	const { value, spread, lowerLimit, upperLimit, comment } = measurement;
	const range =
		filled(lowerLimit) !== undefined || filled(upperLimit) !== undefined
			? `${filled(lowerLimit) ?? '?'} to ${filled(upperLimit) ?? '?'}`
			: filled(spread);
	const number = filled(value);
	if (number === undefined) return filled(comment);
	// the registry's "not available" has its reason beside it
	if (number === 'NA') return filled(comment) === undefined ? 'NA' : `NA: ${filled(comment) ?? ''}`;
	return range === undefined ? number : `${number} (${range})`;
}

function filled(given: string | undefined): string | undefined {
	const trimmed = given?.trim();
	return trimmed === '' ? undefined : trimmed;
}
