import { expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page } from 'vitest/browser';
import type { NctId } from '#lib/study/study.ts';
import CompareBar from './CompareBar.svelte';
import CompareTick from './CompareTick.svelte';

it('picks go up to four, are counted, and lead to the page that compares them', async () => {
	const ids = [1, 2, 3, 4, 5].map((n): NctId => `NCT9000000${n}`);
	for (const nctId of ids) await render(CompareTick, { nctId });
	await render(CompareBar);
	const tick = (n: number) => page.getByRole('button', { name: `Compare NCT9000000${n}` });
	for (const n of [2, 1, 3, 4]) await tick(n).click();
	await expect.element(tick(1)).toHaveAttribute('aria-pressed', 'true');
	await expect.element(tick(5)).toBeDisabled();
	await expect
		.element(page.getByText('4 studies picked to compare, which is the most.'))
		.toBeVisible();
	await tick(3).click();
	await expect.element(tick(5)).toBeEnabled();
	await expect
		.element(page.getByRole('link', { name: 'Compare them' }))
		.toHaveAttribute('href', '/trials/compare?ids=NCT90000002,NCT90000001,NCT90000004');
	expect(sessionStorage.getItem('rls-picks')).toBe('NCT90000002,NCT90000001,NCT90000004');
	await page.getByRole('button', { name: 'Clear' }).click();
	await expect.element(tick(1)).toHaveAttribute('aria-pressed', 'false');
});
