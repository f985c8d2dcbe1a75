import { expect, test } from 'vitest';
import { placesOf } from './trial.ts';

test.each([
	['Please DO NOT ask.', ['DO NOT']],
	['STOP NOW, and wait.', ['STOP NOW']],
	['This is VERY IMPORTANT.', ['VERY IMPORTANT']],
	['## WHAT TO DO', ['WHAT TO DO']],
	['The NHS CPA meets the CMHT MDT. It is CC BY, by NHS IT.', []],
	['Call 999. NHS staff, PPI and the SHOUT text line.', []],
	['IMPORTANT words alone', []],
	['I am A. N. Other', []],
	[':::voice\nI said NO NEVER.\n:::', []]
])('in %j', (text, expected) => {
	expect(placesOf('shouting', `# Page\n\n${text}\n\nText\n`)).toEqual(expected);
});
