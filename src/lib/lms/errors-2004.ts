import type { Reason } from './judge.ts';

/** The error codes with their texts (RTE 3.1.7), and what each means to whoever mends the content. */
export const ERRORS = {
	'0': { text: 'No Error', meaning: 'Nothing is wrong.' },
	'101': { text: 'General Exception', meaning: 'Something went wrong that no other error describes.' },
	'102': { text: 'General Initialization Failure', meaning: 'The session could not be started.' },
	'103': { text: 'Already Initialized', meaning: 'The session has been started already.' },
	'104': { text: 'Content Instance Terminated', meaning: 'The session is over and cannot be started again.' },
	'111': { text: 'General Termination Failure', meaning: 'The session could not be ended.' },
	'112': { text: 'Termination Before Initialization', meaning: 'The session has not been started, so it cannot be ended.' },
	'113': { text: 'Termination After Termination', meaning: 'The session is over already.' },
	'122': { text: 'Retrieve Data Before Initialization', meaning: 'The session has not been started, so nothing can be read.' },
	'123': { text: 'Retrieve Data After Termination', meaning: 'The session is over, so nothing can be read.' },
	'132': { text: 'Store Data Before Initialization', meaning: 'The session has not been started, so nothing can be set.' },
	'133': { text: 'Store Data After Termination', meaning: 'The session is over, so nothing can be set.' },
	'142': { text: 'Commit Before Initialization', meaning: 'The session has not been started, so nothing can be kept.' },
	'143': { text: 'Commit After Termination', meaning: 'The session is over, so nothing more can be kept.' },
	'201': { text: 'General Argument Error', meaning: 'The argument should be empty.' },
	'301': { text: 'General Get Failure', meaning: 'There is nothing of this kind at this place.' },
	'351': { text: 'General Set Failure', meaning: 'This cannot be set at this place.' },
	'391': { text: 'General Commit Failure', meaning: 'What was set could not be kept.' },
	'401': { text: 'Undefined Data Model Element', meaning: 'There is no such element.' },
	'402': { text: 'Unimplemented Data Model Element', meaning: 'This learning system does not have this element.' },
	'403': { text: 'Data Model Element Value Not Initialized', meaning: 'This element has no value yet.' },
	'404': { text: 'Data Model Element Is Read Only', meaning: 'This element can only be read.' },
	'405': { text: 'Data Model Element Is Write Only', meaning: 'This element can only be written.' },
	'406': { text: 'Data Model Element Type Mismatch', meaning: 'The value is not of the kind that this element takes.' },
	'407': { text: 'Data Model Element Value Out Of Range', meaning: 'The number is too small or too large.' },
	'408': { text: 'Data Model Dependency Not Established', meaning: 'Another element has to be set before this one.' }
} as const;

/** The error that each reason leads to. */
export const CODES = {
	'initialized twice': '103',
	'initialized again': '104',
	'get before': '122',
	'get after': '123',
	'set before': '132',
	'set after': '133',
	'commit before': '142',
	'commit after': '143',
	'terminate before': '112',
	'terminate after': '113',
	argument: '201',
	'get without name': '301',
	'set without name': '351',
	unknown: '401',
	'no version': '301',
	'no children': '301',
	'no count': '301',
	'not in this LMS': '402',
	'read only': '404',
	'write only': '405',
	keyword: '404',
	'get beyond the list': '301',
	'ask beyond the list': '301',
	gap: '351',
	'never set': '403',
	'id first': '408',
	'type first': '408',
	'other kind': '406',
	'out of range': '407',
	conflict: '351'
} as const satisfies Record<Reason, keyof typeof ERRORS>;

/** The error that a function leaves where the LMS fails for no fault of the content. */
export const FAILURES = { initialize: '102', terminate: '111', commit: '391' } as const satisfies Record<string, keyof typeof ERRORS>;
