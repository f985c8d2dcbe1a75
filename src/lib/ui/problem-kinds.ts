/** What can be wrong with a page, in the words in which people choose it. */
export const PROBLEM_KINDS = {
	display: 'Words or pictures do not show as they should',
	broken: 'Something does not work',
	unkind: 'Something is wrong or unkind',
	other: 'Something else'
};
