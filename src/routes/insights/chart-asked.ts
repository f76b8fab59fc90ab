import type { Chart } from '#lib/insights/chart.ts';
import { insight } from '#lib/insights/insights.ts';
import { viewOf } from '#lib/insights/view.ts';
import { isPersonal } from '#lib/search/refine.ts';
import { serialise } from '#lib/search/url.ts';
import { askedAt } from '#lib/server/asked.ts';
import { notFound } from '#lib/server/http.ts';
import { fileName } from '#lib/server/render/file-name.ts';
import { covers } from './covers.ts';

interface Asked {
	chart: Chart;
	/** What it covers, in words. */
	covers: string;
	/** The list behind the whole chart, and the page that it stands on. */
	search: string;
	page: string;
	/** Headers of the file. */
	headers(extension: string, type: string): Record<string, string>;
}

/**
 * The chart that an address asks for, for its files.
 * @throws 404 where there is no chart of that name
 */
export async function chartAsked(
	{ url, locals }: { url: URL; locals: App.Locals },
	id: string
): Promise<Asked> {
	const { query, home, catalogue, today } = await askedAt(url.searchParams, locals);
	const view = viewOf(catalogue, query, today, home);
	const chart = insight(view, id) ?? notFound('There is no chart of this name');
	const address = serialise(view.query);
	return {
		chart,
		covers: covers(view, home),
		search: `${url.origin}/trials${address}`,
		page: `${url.origin}/insights${address}#${id}`,
		headers: (extension, type) => ({
			'content-type': type,
			'content-disposition': `attachment; filename="${id}_${fileName(catalogue, query, extension)}"`,
			'cache-control': isPersonal(query) ? 'no-store' : 'public, max-age=60',
			'content-security-policy': "default-src 'none'"
		})
	};
}
