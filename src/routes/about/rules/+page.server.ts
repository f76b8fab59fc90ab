import { rules, rulesVersion } from '#lib/mechanism/rules.ts';
import type { PageServerLoad } from './$types';

const headings: Record<string, string> = {
	relevance: 'Is it about RLS?',
	mechanism: 'Suspected cause studied',
	suspect: 'Medicine or substance under suspicion',
	related: 'Other conditions',
	approach: 'Treatment tested'
};

export const load: PageServerLoad = () => ({
	rulesVersion,
	groups: Object.entries(headings).map(([facet, heading]) => ({
		heading,
		rules: rules.filter((rule) => rule.facet === facet)
	}))
});
