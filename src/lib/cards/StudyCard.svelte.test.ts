import { expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page } from 'vitest/browser';
import { confirmedOn, listedStudy } from './sample.ts';
import StudyCard from './StudyCard.svelte';

const today = '2026-06-15';

it('leads to the study and says its status with its age', async () => {
	const study = listedStudy({ status: 'RECRUITING', ...confirmedOn('2020-01') });
	await render(StudyCard, { study, today });
	const link = page.getByRole('link', { name: 'Iron by Vein for Restless Legs' });
	await expect.element(link).toHaveAttribute('href', '/trials/NCT90000001');
	await expect
		.element(page.getByText(/as recorded in January 2020, not confirmed since/))
		.toBeVisible();
});

it('shows script in a title as text', async () => {
	const title = '<img src=x onerror="document.title=1"> & legs';
	await render(StudyCard, { study: listedStudy({ title }), today });
	await expect.element(page.getByRole('link', { name: title })).toBeVisible();
});
