import { expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page } from 'vitest/browser';
import Pager from './Pager.svelte';

const href = (n: number) => `/list?page=${n}`;

it('names the page that is shown and links its neighbours', async () => {
	await render(Pager, { page: 5, pages: 9, href });
	await expect
		.element(page.getByRole('link', { name: 'Page 5' }))
		.toHaveAttribute('aria-current', 'page');
	await expect
		.element(page.getByRole('link', { name: 'Next' }))
		.toHaveAttribute('href', '/list?page=6');
	await expect
		.element(page.getByRole('link', { name: 'Previous' }))
		.toHaveAttribute('href', '/list?page=4');
	expect(page.getByRole('link').elements()).toHaveLength(7);
});

it('is not there for a single page', async () => {
	await render(Pager, { page: 1, pages: 1, href });
	expect(page.getByRole('navigation').elements()).toHaveLength(0);
});
