import { expect, it } from 'vitest';
import { given, inventedStudy } from './invented-study.ts';
import { label } from './label.ts';

// this one runs in a browser: the labeller is the same there
it('labels a study in the browser as on the server', () => {
	const { relevance, mechanisms, approaches } = label(
		inventedStudy({ interventions: [given('Ferric Carboxymaltose')] })
	);
	expect(relevance).toBe('core');
	expect(mechanisms.map(({ id, basis }) => [id, basis])).toEqual([['iron', 'gives']]);
	expect(approaches.map(({ id }) => id)).toEqual(['iron-therapy']);
	expect(mechanisms[0]?.evidence[0]?.quote).toBe('Ferric Carboxymaltose');
});
