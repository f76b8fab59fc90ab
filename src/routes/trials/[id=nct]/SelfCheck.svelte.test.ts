import { beforeEach, expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page, userEvent } from 'vitest/browser';
import { bareStudy } from '#lib/study/sample.ts';
import SelfCheck from './SelfCheck.svelte';

const study = bareStudy('NCT90000001', {
	eligibility: {
		ageGroups: [],
		criteria:
			'Inclusion Criteria:\n\n* Ferritin \\<= 75 ng/mL\n\nExclusion Criteria:\n\n* Use of antidepressants\n* Dialysis'
	}
});
const key = 'rls-self-check';

const choice = (question: RegExp, name: string) =>
	page.getByRole('radiogroup', { name: question }).getByRole('radio', { name });

beforeEach(() => localStorage.clear());

async function opened() {
	await render(SelfCheck, { study });
	await page.getByText('Show the questions').click();
}

it('lays an answer beside the sentence, with the warning not to stop a medicine', async () => {
	await opened();
	await expect.element(page.getByText('Nothing is answered yet.')).toBeVisible();
	await choice(/An antidepressant/, 'Yes').click();
	const line = page.getByRole('listitem').filter({ hasText: 'Use of antidepressants' });
	await expect.element(line).toMatchTextContent(/Antidepressant: may rule you out\./);
	await expect.element(line).toMatchTextContent(/Do not stop\s+or\s+change\s+it\s+to\s+join/);
	await page.getByLabelText(/Your ferritin/).fill('22');
	await expect
		.element(page.getByRole('listitem').filter({ hasText: 'Ferritin <= 75 ng/mL' }))
		.toMatchTextContent(/Your ferritin: matches this sentence\./);
	// "not sure" takes the answer back: it is no "no"
	await choice(/An antidepressant/, 'Not sure').click();
	await expect.element(line).not.toBeInTheDocument();
});

it('says what is no age, and takes it for no answer', async () => {
	await opened();
	const age = page.getByLabelText('Your age in years');
	await age.fill('680');
	await expect.element(age).toHaveAccessibleDescription('Give a whole number from 0 to 120.');
	await expect.element(page.getByText('Nothing is answered yet.')).toBeVisible();
	await age.fill('68');
	await expect.element(page.getByText('Your age: not stated')).toBeVisible();
});

it('keeps nothing unless told to, reads it back, and forgets', async () => {
	await opened();
	await choice(/Are you on dialysis/, 'Yes').click();
	expect(localStorage.length).toBe(0);
	await page.getByLabelText('Keep my answers on this device').click();
	expect(localStorage.getItem(key)).toBe('{"said":{"dialysis":"yes"}}');
	await page.getByLabelText('Your age in years').fill('45');
	expect(localStorage.getItem(key)).toBe('{"age":45,"said":{"dialysis":"yes"}}');
	await page.getByRole('button', { name: 'Forget my answers' }).click();
	expect(localStorage.length).toBe(0);
	await expect.element(choice(/Are you on dialysis/, 'Not sure')).toBeChecked();
	await expect.element(page.getByLabelText('Your age in years')).toHaveValue('');
	await expect.element(page.getByText(/^Your answers are gone/)).toBeVisible();
});

it('uses what was kept on the page of another study, until it is to be kept no more', async () => {
	localStorage.setItem(key, '{"age":45,"said":{"dialysis":"yes"}}');
	await opened();
	await expect.element(choice(/Are you on dialysis/, 'Yes')).toBeChecked();
	await expect.element(page.getByLabelText('Keep my answers on this device')).toBeChecked();
	await page.getByLabelText('Keep my answers on this device').click();
	expect(localStorage.length).toBe(0);
});

it('throws away what is not ours', async () => {
	localStorage.setItem(key, '{"said":{"dialysis":"maybe"}}');
	await opened();
	await expect.element(choice(/Are you on dialysis/, 'Not sure')).toBeChecked();
	expect(localStorage.length).toBe(0);
});

it('can be used by keyboard alone, and has nothing that can be sent', async () => {
	await opened();
	expect(document.querySelectorAll('form')).toHaveLength(0);
	await choice(/Are you on dialysis/, 'Not sure')
		.element()
		.focus();
	await userEvent.keyboard('{ArrowLeft}');
	await expect.element(choice(/Are you on dialysis/, 'No')).toBeChecked();
	await expect.element(page.getByText(/Dialysis: matches this sentence/)).toBeVisible();
});

it('is left out of print until it is opened', async () => {
	await render(SelfCheck, { study });
	const section = page.getByRole('region', { name: 'Check the rules with your own answers' });
	await expect.element(section).toHaveClass('no-print');
	await page.getByText('Show the questions').click();
	await expect.element(section).not.toHaveClass('no-print');
});
