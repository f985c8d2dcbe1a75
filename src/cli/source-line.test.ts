import { describe, expect, test } from 'vitest';
import { columnOf, linesOf, printable, showLine } from './source-line.ts';

/** What the pointer points at, read off the two lines as a person does. */
function pointedAt(line: string, place: { column?: number; length?: number }): string {
	const { text, pointer } = showLine(line, place)!;
	return text.slice(pointer.indexOf('^'), pointer.length);
}

describe('the pointer', () => {
	test('stands under the words that are meant', () => {
		expect(showLine('See [](https://a.example).', { column: 5, length: 2 })).toEqual({
			text: 'See [](https://a.example).',
			pointer: '    ^^'
		});
	});

	test('stands under the first letter where no place is known', () => {
		expect(pointedAt('   - [y] a buddy', {})).toBe('-');
		expect(columnOf({}, '\t  - [y]')).toBe(4);
	});

	test('stands under the same letter behind tabs', () => {
		expect(pointedAt('\t\ta\tb', { column: 5, length: 1 })).toBe('b');
	});

	test('counts letters as wide as a terminal shows them', () => {
		expect(showLine('\u8336 \u{1f375} e\u0301x', { column: 8, length: 1 })!.pointer).toBe('       ^');
	});

	test('keeps at least one mark where a place is empty or past the end', () => {
		expect(showLine('abc', { column: 2, length: 0 })!.pointer).toBe(' ^');
		expect(showLine('abc', { column: 90, length: 4 })!.pointer).toContain('^');
	});
});

describe('a long line', () => {
	const line = `${'a '.repeat(300)}<b>${' z'.repeat(300)}`;

	test('is shown around the place, with marks where it goes on', () => {
		const { text, pointer } = showLine(line, { column: 601, length: 3 })!;
		expect(text.length).toBeLessThanOrEqual(102);
		expect(text).toMatch(/^….*<b>.*…$/);
		expect(text.slice(pointer.indexOf('^'), pointer.length)).toBe('<b>');
	});

	test('is shown from its start, or to its end, where the place is there', () => {
		expect(showLine(line, { column: 1, length: 1 })!.text).toMatch(/^a a.*…$/);
		expect(showLine(line, { column: line.length, length: 1 })!.text).toMatch(/^….*z$/);
		expect(pointedAt(line, { column: line.length + 90, length: 1 })).toBe('z');
	});

	test('of a whole recording takes no time and no room', () => {
		const size = 1_000_000;
		const recording = `![A cup](<data:${'QUJD'.repeat(size / 4)}>) <b>`;
		const before = performance.now();
		expect(pointedAt(recording, { column: 1, length: size })).toMatch(/^!\[A cup\]\(<data:(QUJD)+Q?…?$/);
		const { text, pointer } = showLine(recording, { column: recording.length - 2, length: 3 })!;
		expect([text.length, text.slice(pointer.indexOf('^'), pointer.length)]).toEqual([101, '<b>']);
		expect(showLine(`a${'\u0301'.repeat(size)}b`, { column: 1, length: 1 })!.text.length).toBeLessThan(5000);
		expect(performance.now() - before).toBeLessThan(500);
	});

	test.each([0, 1])('is cut through no letter (%i)', (shift) => {
		const cups = `${'a'.repeat(shift)}${'\u{1f375}'.repeat(5000)}`;
		for (const column of [1, 5001, cups.length - 1]) expect(showLine(cups, { column, length: 2 })!.text).toMatch(/^[a…]?\u{1f375}+…?$/u);
	});
});

test('there is nothing to see on an empty line or in a file that is not text', () => {
	expect(showLine('', {})).toBeUndefined();
	expect(showLine(' \t', { column: 1, length: 1 })).toBeUndefined();
	expect(showLine('\0', {})).toBeUndefined();
});

test('a line cannot move the cursor or change colours', () => {
	expect(showLine('a\u001b[31mb', {})!.text).toBe('a\ufffd[31mb');
	expect(printable('a\u001b]0;title\u0007b')).toBe('a\ufffd]0;title\ufffdb');
});

test('lines are those that the compiler counts', () => {
	expect(linesOf('\ufeffa\r\nb\rc\nd')).toEqual(['a', 'b', 'c', 'd']);
});
