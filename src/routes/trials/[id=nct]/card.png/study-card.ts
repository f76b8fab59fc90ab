import { freshness, statusAge, statusWords } from '#lib/cards/status-words.ts';
import type { Catalogue, LabelledStudy } from '#lib/search/catalogue.ts';
import { listed } from '#lib/search/listed.ts';
import { studyCard } from '#lib/server/render/card.ts';

/** The card of a study with its status in the words of its page. */
export function cardOf(
	catalogue: Catalogue,
	found: LabelledStudy,
	at: { now: Date; today: string }
): ReturnType<typeof studyCard> {
	const study = listed(found, at.today);
	const words = `${statusWords(study)}, ${statusAge(study, at.today)}`;
	return studyCard(catalogue, found, { words, tone: freshness(study) }, at);
}
