// Screenshots of every page at phone, tablet and desktop width, light and dark, into screenshots/.
// npm run shots: starts a stand-in registry and the built site, and ends them.
import { mkdirSync, rmSync } from 'node:fs';
import { chromium as playwright } from 'playwright';
import { chromium } from './browser.js';
import { studiesAt } from './fixtures/studies/studies.ts';
import { startRegistry } from './registry/registry.ts';
import { startSite } from './site.ts';

const folder = 'screenshots';
const pages: [name: string, path: string][] = [
	['home', '/'],
	['trials', '/trials'],
	['trials-iron', '/trials?mechanism=iron'],
	['trials-iron-dopamine', '/trials?mechanism=dopamine,iron&status=open'],
	['trials-table', '/trials?view=table'],
	['trials-synonym', '/trials?q=Requip'],
	['trials-nothing', '/trials?mechanism=iron&q=zebra'],
	['trials-bad', '/trials?mechanism=irony&page=x'],
	['trials-near', '/trials?near=60611&within=50mi&status=open'],
	['saved', '/saved'],
	['compare', '/trials/compare?ids=NCT90000001,NCT90000002'],
	['compare-large', '/trials/compare?ids=NCT90000001,NCT90000002&print=large'],
	['insights', '/insights'],
	['insights-iron', '/insights?mechanism=iron'],
	['causes', '/causes'],
	['cause-iron', '/causes/iron'],
	['cause-medicines', '/causes/medicines'],
	['about', '/about'],
	['about-data', '/about/data'],
	['about-accuracy', '/about/accuracy'],
	['about-rules', '/about/rules'],
	['about-trials', '/about-trials'],
	['nothing-fits', '/nothing-fits'],
	['glossary', '/glossary'],
	['api', '/api'],
	[
		'trials-all-limits',
		'/trials?age=40&approach=iron-therapy&country=US&intervention=iron&mechanism=iron&sex=female&status=open'
	],
	['study', '/trials/NCT90000001'],
	['study-near', '/trials/NCT90000001?near=60611'],
	['study-results', '/trials/NCT90000007'],
	['not-found', '/trials/NCT123'],
	['starter-trials-iron', 'starter:/trials?mechanism=iron'],
	['starter-cause-one', 'starter:/causes/nerve-damage'],
	['starter-cause-none', 'starter:/causes/genetics'],
	['starter-study', 'starter:/trials/NCT02397057'],
	['starter-table', 'starter:/trials?view=table&size=10']
];
const widths = [390, 820, 1440];

const registry = await startRegistry({ studies: studiesAt(new Date().toISOString().slice(0, 10)) });
const live = await startSite({ CTGOV_BASE_URL: registry.url, CTGOV_PACE_MS: '0' });
const starter = await startSite({ REFRESH_MINUTES: '0' });
await live.until((state) => state.source === 'live');

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder);
const browser = await playwright.launch(chromium());
for (const colorScheme of ['light', 'dark'] as const)
	for (const width of widths) {
		const context = await browser.newContext({
			colorScheme,
			viewport: { width, height: width < 500 ? 844 : 900 }
		});
		const page = await context.newPage();
		for (const [name, path] of pages) {
			const url = path.startsWith('starter:')
				? `${starter.url}${path.slice('starter:'.length)}`
				: `${live.url}${path}`;
			await page.goto(url, { waitUntil: 'networkidle' });
			await page.screenshot({
				path: `${folder}/${name}-${width}-${colorScheme}.png`,
				fullPage: true
			});
		}
		await context.close();
	}
await browser.close();
await Promise.all([live.stop(), starter.stop(), registry.close()]);
console.log(`${pages.length * widths.length * 2} screenshots in ${folder}/`);
