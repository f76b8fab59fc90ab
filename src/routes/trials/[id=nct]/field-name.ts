const names: [RegExp, string][] = [
	[/briefTitle$/, 'title'],
	[/officialTitle$/, 'official title'],
	[/acronym$/, 'acronym'],
	[/briefSummary$/, 'summary'],
	[/detailedDescription$/, 'description'],
	[/conditions\[\d+\]$/, 'conditions'],
	[/keywords\[\d+\]$/, 'keywords'],
	[/interventions\[\d+\]/, 'list of what is given'],
	[/armGroups\[\d+\]/, 'description of the groups'],
	[/primaryOutcomes\[\d+\]/, 'main outcomes'],
	[/(secondary|other)Outcomes\[\d+\]/, 'other outcomes'],
	[/eligibilityCriteria$/, 'rules for joining'],
	[/(minimum|maximum)Age$|stdAges/, 'age limits'],
	[/eligibilityModule\.(sex|genderBased)$/, 'sex'],
	[/healthyVolunteers$/, 'healthy volunteers'],
	[/studyPopulation$/, 'people studied'],
	[/conditionBrowseModule/, 'registry’s index terms for the condition'],
	[/interventionBrowseModule/, 'registry’s index terms for the treatment'],
	[/designModule|studyType/, 'design']
];

/** The path of a registry field in plain words; the path itself where there are none. */
export function fieldName(path: string): string {
	return names.find(([pattern]) => pattern.test(path))?.[1] ?? `field ${path}`;
}
