import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

/**
 * Import borders: what a folder may import, by pattern; all else is an error.
 * @param {string} folder @param {string} may words for the message @param {string[]} allowed patterns
 * @returns {import('eslint').Linter.Config}
 */
function only(folder, may, allowed) {
	return {
		files: [`src/lib/${folder}/**/*.{ts,svelte}`],
		ignores: ['**/*.test.ts', '**/sample.ts', '**/invented-study.ts'],
		rules: {
			'no-restricted-imports': [
				'error',
				{
					patterns: [
						{
							regex: `^(?!\\./|#lib/${folder}/|${allowed.join('|') || '$^'})`,
							message: `${folder} may import ${may} (CONTRIBUTING.md, "Who may import whom").`
						}
					]
				}
			]
		}
	};
}

/** @param {string[]} files @param {string} regex @param {string} message @returns {import('eslint').Linter.Config} */
function never(files, regex, message) {
	return {
		files,
		rules: { 'no-restricted-imports': ['error', { patterns: [{ regex, message }] }] }
	};
}

const views =
	'#lib/(study|mechanism|search|insights|plain|device|ui|cards)/|svelte$|svelte/|\\$app/paths$';

export default ts.config(
	{
		ignores: ['build/', '.svelte-kit/', 'node_modules/', 'data/', 'screenshots/', 'test-results/']
	},
	js.configs.recommended,
	...ts.configs.strict,
	...svelte.configs.recommended,
	{
		languageOptions: {
			globals: { ...globals.browser, ...globals.node },
			parserOptions: {
				projectService: { allowDefaultProject: ['*.js'] },
				tsconfigRootDir: import.meta.dirname
			}
		},
		rules: {
			'no-console': ['error', { allow: ['warn', 'error'] }],
			// types carry the truth: a cast outside a guard hides what is not known
			'@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }],
			'@typescript-eslint/no-floating-promises': 'error',
			'@typescript-eslint/restrict-template-expressions': 'off'
		}
	},
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		languageOptions: {
			parserOptions: { extraFileExtensions: ['.svelte'], parser: ts.parser, svelteConfig }
		}
	},
	// programs that people start speak on the console
	{ files: ['src/bin/**', 'tests/**'], rules: { 'no-console': 'off' } },
	// the only place that puts markup into a page: it comes from markdown-it with raw HTML switched off
	{ files: ['src/lib/ui/Markdown.svelte'], rules: { 'svelte/no-at-html-tags': 'off' } },

	only('study', 'nothing but itself', []),
	only('mechanism', 'study and valibot', ['#lib/study/', 'valibot$']),
	only('search', 'study, mechanism, valibot and the text index', [
		'#lib/(study|mechanism)/',
		'valibot$',
		'minisearch$',
		'fastest-levenshtein$'
	]),
	only('plain', 'study, mechanism and valibot', ['#lib/(study|mechanism)/', 'valibot$']),
	only('insights', 'study, mechanism and search', ['#lib/(study|mechanism|search)/']),
	only('ui', 'svelte and $app/paths', ['svelte$', 'svelte/', '\\$app/paths$']),
	only('device', 'study, mechanism, search, valibot, svelte and $app/paths', [
		'#lib/(study|mechanism|search)/',
		'valibot$',
		'svelte$',
		'svelte/',
		'\\$app/paths$'
	]),
	only('table', 'what is pure, ui and TanStack', [views, '@tanstack/svelte-table$']),
	only('cards', 'what is pure and ui', [views]),
	only('charts', 'what is pure and ui', [views]),
	only('map', 'what is pure and ui', [views]),
	never(
		['src/lib/server/registry/**/*.ts'],
		'^#lib/(server/(?!registry/)|ui/|cards/|table/|charts/|map/)|^\\$app/|^\\.\\./',
		'registry may import what is pure: it knows neither the store nor a page.'
	),
	never(
		['src/lib/server/store/**/*.ts'],
		'^#lib/(server/(?!store/)|ui/|cards/|table/|charts/|map/|search/)|^\\$app/|^\\.\\./',
		'store may import what is pure: it knows neither the registry nor a page.'
	),
	never(
		['src/lib/server/{catalogue,render}/**/*.ts', 'src/lib/server/*.ts'],
		// what a map is made of is plain data, which both sides share
		'^#lib/(ui|cards|table|charts)/|^#lib/map/(?!site-map)|^\\.\\./',
		'server code does not know the views.'
	),
	never(
		['src/routes/**/*.svelte'],
		'^#lib/server/',
		'Pages get their data from load, never from the server folder.'
	),
	never(
		['tests/e2e/**/*.ts', 'tests/registry/**/*.ts'],
		'^#lib/|/src/',
		'Journeys and the stand-in know the program only from outside.'
	)
);
