import { expect, test } from 'vitest';
import { readTold } from './typed.ts';

function sent(fields: Record<string, string>): FormData {
	const form = new FormData();
	for (const [name, value] of Object.entries(fields)) form.set(name, value);
	return form;
}

test('everything that is missing or too long is said at once, and what was typed is kept', () => {
	expect(readTold(sent({ kind: 'constructor', contact: 'x'.repeat(201) }))).toEqual({
		told: { kind: '', words: '', contact: 'x'.repeat(201) },
		problems: [
			{ field: 'kind', text: 'Choose what went wrong' },
			{ field: 'words', text: 'Write what you saw, in a few words' },
			{ field: 'contact', text: 'Take out 1 character: you can use up to 200 here' }
		],
		names: []
	});
	expect(readTold(sent({ kind: 'other', words: 'x'.repeat(10_000) })).problems).toEqual([{ field: 'words', text: 'Take out 8,000 characters: you can use up to 2,000 here' }]);
});

test('a name in the words is found, and one in how to reach somebody is theirs to give', () => {
	expect(readTold(sent({ kind: 'unkind', words: 'It says Anna Smith is ill', contact: 'Tom Jones, tom@example.nhs.uk' }))).toMatchObject({ problems: [], names: ['Anna Smith'] });
});
