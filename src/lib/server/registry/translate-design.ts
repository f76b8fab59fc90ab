import { stated } from '#lib/study/stated.ts';
import type { Arm, Design, Intervention, Outcome, Study } from '#lib/study/study.ts';
import type { Reading } from './translate-value.ts';
import type { Protocol } from './wire.ts';

/** How the study is built; every part that the record does not state is absent. */
export function design(module: Protocol['designModule']): Design {
	const info = module?.designInfo;
	return stated({
		allocation: info?.allocation,
		interventionModel: info?.interventionModel,
		interventionModelDescription: info?.interventionModelDescription,
		primaryPurpose: info?.primaryPurpose,
		observationalModel: info?.observationalModel,
		timePerspective: info?.timePerspective,
		masking: info?.maskingInfo?.masking,
		maskingDescription: info?.maskingInfo?.maskingDescription,
		whoMasked: info?.maskingInfo?.whoMasked ?? [],
		targetDuration: module?.targetDuration,
		bioSpecimens: module?.bioSpec?.retention,
		bioSpecimensDescription: module?.bioSpec?.description
	});
}

/** The arms, with their interventions as listed there (`Drug: Aspirin`). */
export function arms(module: Protocol['armsInterventionsModule']): Arm[] {
	return (module?.armGroups ?? []).map(({ interventionNames, ...arm }) =>
		stated({ ...arm, interventions: interventionNames })
	);
}

/** The interventions; one without a name goes to the reading's `unread`. */
export function interventions(
	reading: Reading,
	module: Protocol['armsInterventionsModule']
): Intervention[] {
	return reading
		.having('protocolSection.armsInterventionsModule.interventions', module?.interventions, 'name')
		.map(({ armGroupLabels, ...intervention }) =>
			stated({ ...intervention, arms: armGroupLabels })
		);
}

/** The outcomes of each rank; one without a measure goes to the reading's `unread`. */
export function outcomes(reading: Reading, module: Protocol['outcomesModule']): Study['outcomes'] {
	return {
		primary: ranked('primaryOutcomes'),
		secondary: ranked('secondaryOutcomes'),
		other: ranked('otherOutcomes')
	};

	function ranked(rank: 'primaryOutcomes' | 'secondaryOutcomes' | 'otherOutcomes'): Outcome[] {
		return reading
			.having(`protocolSection.outcomesModule.${rank}`, module?.[rank], 'measure')
			.map((outcome) => stated(outcome));
	}
}
