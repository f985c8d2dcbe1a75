import { expect, test } from 'vitest';
import type { Call } from '#lib/lms/log.ts';
import { Sitting } from './sitting.svelte.ts';

const set = (element: string, value: string, answer = 'true'): Call => ({ name: 'LMSSetValue', arguments: [element, value], answer });

function begun(): Sitting {
	const sitting = new Sitting(['one', 'two']);
	sitting.begin({ kind: 'launched', saved: {}, values: { 'cmi.core.entry': 'ab-initio' } });
	return sitting;
}

test('a call becomes a line, and what was set stands in the data model', () => {
	const sitting = begun();
	sitting.hear({ kind: 'call', call: set('cmi.core.lesson_location', 'two') });
	expect(sitting.lines.map(({ words }) => words)).toEqual(['Saved the place: page 2 of 2']);
	expect([sitting.values, sitting.kept]).toEqual([{ 'cmi.core.entry': 'ab-initio', 'cmi.core.lesson_location': 'two' }, {}]);
	sitting.hear({ kind: 'kept', saved: { 'cmi.core.lesson_location': 'two' } });
	expect(sitting.kept).toEqual({ 'cmi.core.lesson_location': 'two' });
});

test('what the learning system refused does not stand in the data model', () => {
	const sitting = begun();
	sitting.hear({ kind: 'call', call: set('cmi.core.score.min', '0', 'false') });
	expect(Object.keys(sitting.values)).toEqual(['cmi.core.entry']);
});

test('what is minded is said once, until another way of playing is looked at', () => {
	const sitting = begun();
	for (const element of ['a', 'a', 'b']) sitting.hear({ kind: 'minded', finding: { call: 'LMSSetValue', element, words: 'Words.' } });
	expect(sitting.minded.map(({ element }) => element)).toEqual(['a', 'b']);
	sitting.begin({ kind: 'launched', saved: {}, values: {} });
	expect(sitting.minded).toHaveLength(2);
	sitting.lookAnew();
	expect(sitting.minded).toEqual([]);
});

test('a package that says more than anybody reads is not kept whole', () => {
	const sitting = begun();
	for (let count = 0; count < 1500; count += 1) {
		sitting.hear({ kind: 'call', call: set(`cmi.interactions.${count}.id`, 'x') });
		sitting.hear({ kind: 'minded', finding: { call: 'LMSSetValue', element: String(count), words: 'Words.' } });
	}
	expect([sitting.lines.length, Object.keys(sitting.values).length, sitting.minded.length]).toEqual([1000, 1000, 100]);
	expect(sitting.lines.at(-1)!.words).toBe('Reported question 1500: x');
});
