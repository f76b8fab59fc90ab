import type { ParamMatcher } from '@sveltejs/kit';
import { isExportId } from '#lib/search/receipt-links.ts';

export const match = isExportId satisfies ParamMatcher;
