import type { ParamMatcher } from '@sveltejs/kit';
import { isNctId } from '#lib/study/study.ts';

export const match = isNctId satisfies ParamMatcher;
