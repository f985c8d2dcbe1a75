import { expect, test } from 'vitest';
import { heldFields } from './held-fields.ts';

function form(...entries: [string, string | Blob][]): FormData {
	const data = new FormData();
	for (const [name, value] of entries) data.append(name, value);
	return data;
}

test('keeps every field of a learner\'s form, in order and as often as it is there', () => {
	const held = heldFields(form(['question', 'two'], ['chosen', 'a'], ['chosen', 'b']));
	expect(held).toEqual([
		{ name: 'question', value: 'two' },
		{ name: 'chosen', value: 'a' },
		{ name: 'chosen', value: 'b' }
	]);
});

test('comes back as it was after it has stood in the sign-in form', () => {
	const held = heldFields(form(['question', 'two'], ['chosen', 'a']));
	const posted = form(['username', 'nurse'], ['password', 'secret'], ...held.map(({ name, value }): [string, string] => [`held.${name}`, value]));
	expect(heldFields(posted, 'held.')).toEqual(held);
});

test('leaves out files, and what is too long or too much to be typed into a form', () => {
	expect(heldFields(form(['text', 'x'.repeat(20_000)]))).toHaveLength(1);
	expect(heldFields(form(['file', new Blob(['text'])], ['long', 'x'.repeat(20_001)], ['x'.repeat(101), 'name']))).toEqual([]);
	expect(heldFields(form(...Array.from({ length: 500 }, (_, index): [string, string] => [`field-${index}`, ''])))).toHaveLength(20);
});
