/** The error codes and their texts (RTE 3.3.6). */
export const ERRORS = {
	'0': 'No error',
	'101': 'General exception',
	'201': 'Invalid argument error',
	'202': 'Element cannot have children',
	'203': 'Element not an array - cannot have count',
	'301': 'Not initialized',
	'401': 'Not implemented error',
	'402': 'Invalid set value, element is a keyword',
	'403': 'Element is read only',
	'404': 'Element is write only',
	'405': 'Incorrect data type'
} as const;

export type ErrorCode = keyof typeof ERRORS;

/** What each code means to whoever mends the content. */
export const MEANING: Readonly<Record<ErrorCode, string>> = {
	'0': 'Nothing is wrong.',
	'101': 'The session has been started already, or is over.',
	'201': 'There is no such element, or the argument should be empty.',
	'202': 'This element has no children.',
	'203': 'This element is not a list.',
	'301': 'The session has not been started, or is over.',
	'401': 'This learning system does not have this element.',
	'402': 'This element describes the data model and cannot be set.',
	'403': 'This element can only be read.',
	'404': 'This element can only be written.',
	'405': 'The value is not of the kind that this element takes.'
};
