import { expect, test } from 'vitest';
import { placesOf } from './trial.ts';

const question = (...options: string[]) => `# Page\n\n:::question\nWhich?\n\n${options.map((option) => `- ${option}\n  > It may help, or it may not.\n`).join('')}:::\n`;
const long = 'time to arrive, a quiet place to sit in, and somebody who asks';

test('a best answer that is far longer than each other is reported', () => {
	expect(placesOf('options-uneven', question('[ ] some tea', `[x] ${long}`))).toEqual([long]);
	expect(placesOf('options-uneven', question('[ ] some tea', '[x] time to arrive first'))).toEqual([]);
	expect(placesOf('options-uneven', question('[ ] a cup of tea and somebody who asks', `[x] ${long}`, '[ ] tea'))).toEqual([]);
	expect(placesOf('options-uneven', question(`[ ] ${long}`, '[x] tea'))).toEqual([]);
});

test.each(['all of the above', 'None of the above.', 'Both of these', 'All of these', 'none of them'])('%j is about the other options', (option) => {
	expect(placesOf('option-all-of-the-above', question('[ ] tea', `[x] ${option}`))).toEqual([option]);
});

test.each(['all of these people have a say', 'nobody, and the box above the door', 'all of the team'])('%j is not', (option) => {
	expect(placesOf('option-all-of-the-above', question('[ ] tea', `[x] ${option}`))).toEqual([]);
});
