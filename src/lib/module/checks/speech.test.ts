import { expect, test } from 'vitest';
import { speech } from './speech.ts';

const said = (text: string) => speech(text).map(({ start, end }) => text.slice(start, end));

test.each([
	['She says, "No." Then "yes".', ['"No."', '"yes"']],
	['“Curly” and "straight"', ['“Curly”', '"straight"']],
	['one " alone', []],
	['closed” before “it opens', []],
	['‘single’ is no speech', []]
])('in %j', (text, expected) => {
	expect(said(text)).toEqual(expected);
});
