import { expect, test } from 'vitest';
import { placesOf } from './trial.ts';

test.each([
	['[here](https://example.org)', ['here']],
	['Click **[Read more](https://example.org)**.', ['Read more']],
	['[*this link*][a]\n\n[a]: https://example.org', ['*this link*']],
	['[https://example.org](https://example.org)', ['https://example.org']],
	['See www.example.org/a.', ['www.example.org/a']],
	['<https://example.org>', ['https://example.org']],
	['| a | b |\n| - | - |\n| c | [more](https://example.org) |', ['more']],
	['[what Acas says here](https://example.org/here)', []],
	['[ring 111](tel:111) or somebody@example.org', []],
	['`[here](https://example.org)` and ![here](tea.png)', []],
	['```\nhttps://example.org\n```\n\nText', []]
])('in %j', (text, expected) => {
	expect(placesOf('link-vague', `# Page\n\n${text}\n`)).toEqual(expected);
});
