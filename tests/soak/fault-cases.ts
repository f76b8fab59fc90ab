import type { FaultName, Faults } from '../registry/faults.ts';
import { halfTyped, hugeId, newVocabulary, scripted, withHuge } from './odd-studies.ts';

export interface FaultCase {
	name: string;
	/** Switches of the stand-in. */
	faults?: Faults;
	/** Those that must have been served; absent: the records themselves are the fault. */
	served?: readonly FaultName[];
	/** What becomes of the good records. */
	records?: (good: readonly unknown[]) => unknown[];
	/** A refresh ends in failure while the fault is on; otherwise it comes through. */
	fails: boolean;
	/** What visitors read besides the usual. */
	pages?: readonly string[];
}

const transport = (
	name: FaultName,
	faults: Faults,
	fails = true,
	label: string = name
): FaultCase => ({
	name: label,
	faults,
	served: [name],
	fails
});
const status = (code: 403 | 429 | 500 | 502 | 503): FaultCase =>
	transport('failNext', { failNext: { times: 10_000, status: code } }, true, `status ${code}`);

/** What goes wrong between the registry and here. */
export const transportCases: FaultCase[] = [
	transport('tokenBucket', { tokenBucket: { capacity: 3, perSecond: 1 } }, false),
	status(403),
	status(429),
	status(500),
	status(502),
	status(503),
	transport('everySecondFails', { everySecondFails: true }, false),
	transport('htmlWith200', { htmlWith200: true }),
	transport('emptyBodyWith200', { on: ['studies'], emptyBodyWith200: true }),
	transport('truncatedJson', { on: ['studies'], truncatedJson: true }),
	transport('slowBody', { on: ['studies'], slowBody: 1500 }, false),
	transport('reset', { on: ['studies'], reset: true })
];

/** Given up only after a quarter of a minute: apart, so that it can run beside the others. */
export const hangCases: FaultCase[] = [transport('hang', { on: ['studies'], hang: true })];

/** What goes wrong in what the registry says. */
export const contentCases: FaultCase[] = [
	transport('versionChangesMidCrawl', { versionChangesMidCrawl: 2 }, false),
	transport('repeatRows', { repeatRows: true }, false),
	transport('emptyPageWithToken', { emptyPageWithToken: true }, false),
	transport('tokenLoop', { tokenLoop: true }),
	transport('endlessTokens', { endlessTokens: true }),
	transport('wrongTotal', { wrongTotal: true }),
	transport('nullRecords', { nullRecords: true }, false),
	{ name: 'half-typed records', records: halfTyped, fails: false },
	{ name: 'new vocabulary', records: newVocabulary, fails: false },
	{ name: 'script in every text', records: scripted, fails: false },
	{
		name: 'records of 10 MB',
		records: withHuge,
		fails: false,
		pages: [`/trials/${hugeId}`, `/api/v1/studies/${hugeId}`]
	}
];
