/** What a package can be made for; plain HTML is for whoever has no learning system. */
export const STANDARDS = ['scorm-1.2', 'scorm-2004-3', 'scorm-2004-4', 'html'] as const;
export type Standard = (typeof STANDARDS)[number];

/** The standards of learning systems, whose packages have a manifest and report what is done. */
export type Scorm = Exclude<Standard, 'html'>;

/** What a person calls each. */
export const STANDARD_NAMES: Readonly<Record<Standard, string>> = {
	'scorm-1.2': 'SCORM 1.2',
	'scorm-2004-3': 'SCORM 2004 3rd edition',
	'scorm-2004-4': 'SCORM 2004 4th edition',
	html: 'plain HTML'
};

/** Whether a package of `standard` has a manifest and reports to a learning system. */
export function isScorm(standard: Standard): standard is Scorm {
	return standard !== 'html';
}
