import { statusAge, statusWords } from '#lib/cards/status-words.ts';
import { questionsFor } from '#lib/plain/questions.ts';
import { standingOf } from '#lib/plain/standing.ts';
import { plainSummary } from '#lib/plain/summary.ts';
import { whoFor } from '#lib/plain/people.ts';
import type { LabelledStudy } from '#lib/search/catalogue.ts';
import { listed } from '#lib/search/listed.ts';
import { registryUrl, titleOf } from '#lib/study/study.ts';
import { medicineQuotes, whoLines, type Distances, type Quoted } from './compare-rows.ts';
import { qrPath, type QrPath } from './qr.ts';

/** What fits a talk. */
const mostQuestions = 10;

/** One study to take along on paper. No contact of a person is ever part of it. */
export interface Pack {
	nctId: string;
	title: string;
	status: string;
	summary: string[];
	who: string[];
	/** At most two; the rest is on the study's page. */
	medicines: Quoted[];
	more: number;
	questions: string[];
	distance?: string;
	/** The study's page here, and its current record. */
	page: string;
	registry: string;
	qr: QrPath;
}

/**
 * @param today `yyyy-MM-dd`
 * @param origin `https://host`; links are made of it and the number alone: nothing of the visitor's
 */
export function packOf(
	found: LabelledStudy,
	{ today, origin, distances = {} }: { today: string; origin: string; distances?: Distances }
): Pack {
	const { study } = found;
	const short = listed(found, today);
	const page = `${origin}/trials/${study.nctId}`;
	const medicines = medicineQuotes(study);
	const standing = standingOf(study, today).filter(({ fields }) => !fields.some(isOfResults));
	const elsewhere = new Set([...whoFor(study), ...standing].map(({ says }) => says));
	const distance = distances[study.nctId];
	return {
		nctId: study.nctId,
		title: titleOf(study),
		status: `${statusWords(short)}, ${statusAge(short, today)}.`,
		summary: plainSummary(study, today)
			.map(({ says }) => says)
			.filter((says) => !elsewhere.has(says)),
		who: whoLines(study),
		medicines: medicines.slice(0, 2),
		more: Math.max(0, medicines.length - 2),
		questions: ['Are you still taking people?', ...questionsFor(study)].slice(0, mostQuestions),
		...(distance === undefined ? {} : { distance }),
		page,
		registry: registryUrl(study.nctId),
		qr: qrPath(page)
	};
}

function isOfResults(path: string): boolean {
	return path === 'hasResults' || path.includes('resultsFirstPost');
}
