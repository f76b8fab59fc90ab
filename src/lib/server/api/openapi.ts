import { schemas } from './components.ts';
import { parameters } from './parameters.ts';
import { paths } from './paths.ts';
import { headers, responses } from './responses.ts';

/** Version of the document: the first number is that of the addresses, the second grows with each addition. */
export const apiVersion = '1.0.0';

const description = `Clinical trials on restless legs syndrome (RLS) from ClinicalTrials.gov, with labels for their cause, given by rule, each with its proof. No key is needed.

Version 1 grows by addition only: addresses, keys, members and values may be added, none is changed or taken away. Leave out what you do not know.

Lists take commas or repeated keys. What a record does not say is absent from an answer, never guessed. A key that is not known is not used, and is named in the answer.

Registry data come from ClinicalTrials.gov, US National Library of Medicine, whose terms ask everybody who shows them to name it, to show the date of the data and to state every change. Contacts of persons are left out; labels are ours and can be wrong. NLM, NIH and NHLBI do not run or endorse this.`;

/**
 * The OpenAPI 3.1 document of the API, made from the schemas of the search and of the answers.
 * @param origin `https://host`: where this installation answers
 */
export function openApiDocument(origin: string) {
	return {
		openapi: '3.1.1',
		info: { title: 'RLS Trial Finder', version: apiVersion, description },
		servers: [{ url: origin }],
		externalDocs: { description: 'The same for people, with examples', url: `${origin}/api` },
		tags: ['Studies', 'Files', 'Receipts', 'Changes', 'Causes', 'Data'].map((name) => ({ name })),
		security: [],
		paths,
		components: { schemas, parameters, headers, responses }
	};
}
