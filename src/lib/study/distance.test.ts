import { describe, expect, it } from 'vitest';
import { distanceKm, distanceWords, toKm, unitOf } from './distance.ts';

const chicago = { lat: 41.85, lon: -87.65 };

describe('distanceKm', () => {
	// great-circle lengths as published for these pairs of points
	it.each([
		[
			'New York to Los Angeles',
			{ lat: 40.7128, lon: -74.006 },
			{ lat: 34.0522, lon: -118.2437 },
			3936
		],
		['London to Paris', { lat: 51.5074, lon: -0.1278 }, { lat: 48.8566, lon: 2.3522 }, 343.6],
		['over the date line', { lat: -17.7, lon: 178 }, { lat: -13.8, lon: -171.8 }, 1168],
		['half around the globe', { lat: 0, lon: 0 }, { lat: 0, lon: 180 }, 20015],
		['a quarter, over a pole', { lat: 90, lon: 7 }, { lat: 0, lon: -120 }, 10007.5]
	])('%s', (_, a, b, km) => {
		expect(Math.abs(distanceKm(a, b) - km) / km).toBeLessThan(0.01);
		expect(distanceKm(b, a)).toBeCloseTo(distanceKm(a, b), 6);
	});

	it('is nothing from a place to itself', () => {
		expect(distanceKm(chicago, chicago)).toBe(0);
	});
});

describe('distance in words', () => {
	it('says the unit of the country, and km where none is known', () => {
		expect([unitOf('US'), unitOf('GB'), unitOf('DE'), unitOf(undefined)]).toEqual([
			'mi',
			'mi',
			'km',
			'km'
		]);
	});

	it('does not pretend to know a short way exactly', () => {
		expect(distanceWords(0, 'mi')).toBe('less than 5 miles');
		expect(distanceWords(19.4, 'mi')).toBe('about 12 miles');
		expect(distanceWords(1609.344, 'mi')).toBe('about 1,000 miles');
		expect(distanceWords(456.4, 'km')).toBe('about 456 km');
	});

	it('turns miles into kilometres', () => {
		expect(toKm(50, 'mi')).toBeCloseTo(80.467, 3);
		expect(toKm(50, 'km')).toBe(50);
	});
});
