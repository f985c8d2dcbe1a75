import { expect, test } from 'vitest';
import { suggest } from './suggestion.ts';

const KNOWN = ['question', 'scenario', 'do', 'do-not'];

test.each([
	['queston', ' Did you mean `question`?'],
	['Question', ' Did you mean `question`?'],
	['scenarios', ' Did you mean `scenario`?'],
	['donot', ' Did you mean `do-not`?'],
	['dont', ' Did you mean `do-not`?'],
	['video-with-captions', ''],
	['', ''],
	['if', ''],
	['box', ''],
	['doo', ' Did you mean `do`?'],
	['q'.repeat(100_000), '']
])('for %j the suggestion is %j', (word, suggestion) => {
	expect(suggest(word, KNOWN)).toBe(suggestion);
});
