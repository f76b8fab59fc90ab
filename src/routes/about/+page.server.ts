import { textPage } from '#lib/server/pages.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = () => ({ page: textPage('about') });
