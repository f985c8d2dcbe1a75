import { expect, test } from 'vitest';
import { placesOf } from './trial.ts';

test('a heading that leaves out a level is reported, and one that goes back up is not', () => {
	expect(placesOf('heading-skipped', '# Page\n\n### a\n\n## b\n\n### c\n\n## d\n\n#### e\n\n# Next\n\n### f\n')).toEqual(['a', 'e', 'f']);
});

test('a heading without words is reported', () => {
	expect(placesOf('heading-empty', '# Page\n\n## \n\n##\n\n## **\n\n## a\n').length).toBe(3);
	expect(placesOf('heading-empty', '# Page\n\n```\n##\n```\n')).toEqual([]);
});

test.each([
	['**What you can do**', ['What you can do']],
	['__Monday__', ['Monday']],
	['**This week:**', ['This week:']],
	['**You can always stop.**', []],
	['**This week:** ask.', []],
	['- **An item**', []],
	['**One** and **two**', []]
])('a heading made of bold words: %j', (text, expected) => {
	expect(placesOf('heading-faked', `# Page\n\n${text}\n\nText\n`)).toEqual(expected);
});
