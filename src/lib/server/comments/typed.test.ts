import { expect, test } from 'vitest';
import { readSaid } from './typed.ts';

function sent(fields: Record<string, string>): FormData {
	const form = new FormData();
	for (const [name, value] of Object.entries(fields)) form.set(name, value);
	return form;
}

test.each<Record<string, string>>([{}, { hard: ' \r\n ' }, { hard: '\u200b', change: '\u0000' }])('nothing in either box (%j) is asked for', (fields) => {
	expect(readSaid(sent(fields)).problems).toEqual([{ field: 'hard', text: 'Write something in one of the two boxes' }]);
});

test('one of the two is enough', () => {
	expect(readSaid(sent({ change: ' Shorter\r\npages \u0007' }))).toEqual({ said: { hard: '', change: 'Shorter\npages' }, problems: [], names: [] });
});

test('what is too long comes back whole, with how much there is too much of it', () => {
	const { said, problems } = readSaid(sent({ hard: '😀'.repeat(2001), change: 'x'.repeat(10_000) }));
	expect(problems).toEqual([
		{ field: 'hard', text: 'Take out 1 character: you can use up to 2,000 here' },
		{ field: 'change', text: 'Take out 8,000 characters: you can use up to 2,000 here' }
	]);
	expect(said).toEqual({ hard: '😀'.repeat(2001), change: 'x'.repeat(10_000) });
});

test('as much as there may be is taken', () => {
	expect(readSaid(sent({ hard: 'x\r\n'.repeat(999) + 'xx' })).problems).toEqual([]);
});

test('names are found in both', () => {
	expect(readSaid(sent({ hard: 'what Dr Patel says', change: 'less of Anna Smith' })).names).toEqual(['Dr Patel', 'Anna Smith']);
});
