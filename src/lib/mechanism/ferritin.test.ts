import { describe, expect, it } from 'vitest';
import { limitAfter, picksLowIron } from './ferritin.ts';

describe('picksLowIron', () => {
	it.each([
		' < 75 µg/L',
		' \\< 50 ng/mL',
		' below 30',
		' ≤ 75 and normal haemoglobin',
		' < 20 %',
		' less than or equal to 50'
	])('takes "ferritin%s" for low iron', (text) =>
		expect(picksLowIron(limitAfter(text))).toBe(true)
	);

	it.each([' > 50 ng/mL', ' of at least 20', ' \\>= 15', ' ≤ 300 µg/L', ' ≤ 45%', ' was measured'])(
		'does not take "ferritin%s" for low iron',
		(text) => expect(picksLowIron(limitAfter(text))).toBe(false)
	);
});
