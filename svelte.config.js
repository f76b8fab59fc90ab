import adapter from '@sveltejs/adapter-node';

/** @type {import('@sveltejs/kit').Config} */
export default {
	compilerOptions: {
		runes: ({ filename }) => (filename.includes('node_modules') ? undefined : true)
	},
	kit: {
		adapter: adapter(),
		csp: {
			// hashes, not nonces: the same page has the same bytes for everybody and can be cached
			mode: 'hash',
			directives: {
				'default-src': ['self'],
				'object-src': ['none'],
				'base-uri': ['self'],
				'form-action': ['self'],
				'frame-ancestors': ['none'],
				'style-src': ['self'],
				// SvelteKit's hidden route announcer, its only inline style
				'style-src-attr': ['unsafe-hashes', 'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo=']
			}
		},
		experimental: { explicitEnvironmentVariables: true },
		paths: { relative: false },
		version: { name: process.env.APP_VERSION ?? 'dev' }
	}
};
