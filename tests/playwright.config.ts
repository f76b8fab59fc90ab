import { defineConfig } from '@playwright/test';
import { chromium } from './browser.js';

/** The server with the stand-in registry behind it, and the one that has only its starter. */
const live = 4173;
const starter = 4174;
const registry = 4175;

const serve = (port: number, env: Record<string, string>) => ({
	command: 'node ../src/bin/start.js',
	url: `http://127.0.0.1:${port}/readyz`,
	env: { PORT: String(port), HOST: '127.0.0.1', RATE_LIMIT: 'off', ...env },
	reuseExistingServer: false,
	timeout: 60_000
});

export default defineConfig({
	testDir: 'e2e',
	testMatch: '**/*.e2e.ts',
	outputDir: '../test-results',
	fullyParallel: true,
	workers: 2,
	forbidOnly: true,
	// a busy machine may be slow once; a test that needed a second try is listed as flaky
	retries: process.env['CI'] ? 1 : 0,
	reporter: [['list'], ['json', { outputFile: '../test-results/e2e.json' }]],
	use: {
		baseURL: `http://127.0.0.1:${live}`,
		launchOptions: chromium(),
		trace: 'off'
	},
	webServer: [
		{
			command: `node registry/main.ts --port ${registry}`,
			url: `http://127.0.0.1:${registry}/api/v2/version`,
			reuseExistingServer: false
		},
		serve(live, {
			CTGOV_BASE_URL: `http://127.0.0.1:${registry}/api/v2`,
			CTGOV_PACE_MS: '0',
			CTGOV_PAGE_SIZE: '20',
			REFRESH_MINUTES: '0.05',
			DATA_DIR: '../test-results/live-data'
		}),
		serve(starter, { REFRESH_MINUTES: '0', DATA_DIR: '../test-results/starter-data' })
	],
	projects: [
		// what does not depend on the size of the screen is asked once, on the desktop
		{
			name: 'phone',
			testMatch: ['**/journeys.e2e.ts', '**/patient.e2e.ts', '**/story.e2e.ts', '**/safety.e2e.ts'],
			use: { viewport: { width: 390, height: 844 }, hasTouch: true }
		},
		{ name: 'desktop', use: { viewport: { width: 1440, height: 900 } } }
	]
});
