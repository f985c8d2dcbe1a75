import type { Reason } from './judge.ts';

/** The error codes with their texts (RTE 3.3.6), and what each means to whoever mends the content. */
export const ERRORS = {
	'0': { text: 'No error', meaning: 'Nothing is wrong.' },
	'101': { text: 'General exception', meaning: 'The session has been started already, or is over.' },
	'201': { text: 'Invalid argument error', meaning: 'There is no such element, or the argument should be empty.' },
	'202': { text: 'Element cannot have children', meaning: 'This element has no children.' },
	'203': { text: 'Element not an array - cannot have count', meaning: 'This element is not a list.' },
	'301': { text: 'Not initialized', meaning: 'The session has not been started, or is over.' },
	'401': { text: 'Not implemented error', meaning: 'This learning system does not have this element.' },
	'402': { text: 'Invalid set value, element is a keyword', meaning: 'This element describes the data model and cannot be set.' },
	'403': { text: 'Element is read only', meaning: 'This element can only be read.' },
	'404': { text: 'Element is write only', meaning: 'This element can only be written.' },
	'405': { text: 'Incorrect data type', meaning: 'The value is not of the kind that this element takes.' }
} as const;

/** The error that each reason leads to. */
export const CODES = {
	'initialized twice': '101',
	'initialized again': '101',
	'get before': '301',
	'get after': '301',
	'set before': '301',
	'set after': '301',
	'commit before': '301',
	'commit after': '301',
	'terminate before': '301',
	'terminate after': '301',
	argument: '201',
	'get without name': '201',
	'set without name': '201',
	unknown: '201',
	'no version': '201',
	'no children': '202',
	'no count': '203',
	'not in this LMS': '401',
	'read only': '403',
	'write only': '404',
	keyword: '402',
	'get beyond the list': '201',
	'ask beyond the list': '0',
	gap: '201',
	'never set': '0',
	'id first': '0',
	'type first': '405',
	'other kind': '405',
	'out of range': '405',
	conflict: '405'
} as const satisfies Record<Reason, keyof typeof ERRORS>;

/** The error that a function leaves where the LMS fails for no fault of the content. */
export const FAILURES = { initialize: '101', terminate: '101', commit: '101' } as const satisfies Record<string, keyof typeof ERRORS>;
