import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { check } from '#lib/progress/check.ts';
import type { Module } from '#lib/module/module.ts';
import type { Piece } from '../marked-words.ts';
import { compareProse, type PageChange } from './compare.ts';
import { trialModule } from './trial.ts';

function module(pages: string): Module {
	const { module, diagnostics } = check(trialModule('trial', pages).source);
	if (!module) throw new Error(JSON.stringify(diagnostics));
	return module;
}

const page = (id: string, ...paragraphs: string[]) => `\n# The page ${id} {#${id}}\n\n${paragraphs.join('\n\n')}\n`;
const compare = (before: string, after: string) => compareProse(module(before), module(after));
const changed = (changes: PageChange[]) => changes.filter(({ kind, moved }) => kind !== 'same' || moved).map(({ id, kind, moved }) => ({ id, kind, ...(moved ? { moved } : {}) }));
const pieces = (changes: PageChange[]): Piece[] => changes.flatMap(({ stretches }) => stretches.flatMap((stretch) => (stretch.kind === 'changed' ? stretch.pieces : [])));
const side = (all: Piece[], without: Piece['kind']) => all.filter(({ kind }) => kind !== without).map(({ text }) => text).join('');

describe('two versions', () => {
	test('that say the same have nothing marked', () => {
		const same = page('a', 'One.', 'Two.');
		expect(changed(compare(same, same))).toEqual([]);
		expect(pieces(compare(same, same))).toEqual([]);
	});

	test('have the words marked that came and went, and the paragraphs around them left alone', () => {
		const changes = compare(page('a', 'Before.', 'A nurse asks the peer worker to help.', 'After.'), page('a', 'Before.', 'A nurse asks a peer trainer to help.', 'After.'));
		expect(changes.find(({ id }) => id === 'a')).toEqual({
			id: 'a',
			title: 'The page a',
			kind: 'changed',
			moved: false,
			stretches: [
				{ kind: 'same', paragraphs: ['The page a', 'Before.'] },
				{
					kind: 'changed',
					pieces: [
						{ kind: 'same', text: 'A nurse asks ' },
						{ kind: 'removed', text: 'the' },
						{ kind: 'added', text: 'a' },
						{ kind: 'same', text: ' peer ' },
						{ kind: 'removed', text: 'worker' },
						{ kind: 'added', text: 'trainer' },
						{ kind: 'same', text: ' to help.' }
					]
				},
				{ kind: 'same', paragraphs: ['After.'] }
			]
		});
	});

	test('show a page that came, went or moved as that', () => {
		const [a, b, c] = [page('a', 'One.'), page('b', 'Two.'), page('c', 'Three.')];
		expect(changed(compare(a + b, a + b + c))).toEqual([{ id: 'c', kind: 'added' }]);
		expect(changed(compare(a + b + c, a + c))).toEqual([{ id: 'b', kind: 'removed' }]);
		expect(compare(a + b + c, a + c).map(({ id }) => id)).toEqual([undefined, 'a', 'b', 'c']);
		const moved = compare(a + b + c, c + a + b);
		expect(moved.filter(({ moved }) => moved).map(({ id, kind }) => [id, kind])).toEqual([['c', 'same']]);
	});

	test('show words that have nothing in common whole, and not in shreds', () => {
		const changes = compare(page('a', 'The kettle is on and the tea is nearly ready.'), page('a', 'Nobody has to tell a colleague anything about their health.'));
		expect(pieces(changes).map(({ kind }) => kind)).toEqual(['removed', 'added']);
	});

	test.each([
		['which answer is right', '- [x] This\n  > Yes.\n- [ ] That\n  > No, look.', '- [ ] This\n  > Yes.\n- [x] That\n  > No, look.'],
		['what stands behind an answer', '- [x] This\n  > Yes.\n- [ ] That\n  > No, look.', '- [x] This\n  > Yes.\n- [ ] That\n  > Look again.']
	])('show a change of %s', (_, before, after) => {
		const question = (options: string) => page('a', `:::question\nWhich?\n\n${options}\n:::`);
		expect(changed(compare(question(before), question(after)))).toEqual([{ id: 'a', kind: 'changed' }]);
	});

	test('show where a link leads, and what an entity stands for', () => {
		const changes = compare(page('a', 'Read [the guide](https://a.example/) &amp; ask.'), page('a', 'Read [the guide](https://b.example/) &amp; ask.'));
		expect(side(pieces(changes), 'added')).toBe('Read the guide (https://a.example/) & ask.');
		expect(side(pieces(changes), 'removed')).toBe('Read the guide (https://b.example/) & ask.');
	});

	test('show a content note and its short version', () => {
		const note = (short: string) => page('a', `:::content-note\nabout: a hard day\ndetail: no detail\n\n${short}\n:::`, 'Text.');
		expect(side(pieces(compare(note('Shorter.'), note('Brief.'))), 'added')).toContain('Short version: Shorter.');
	});
});

test('what is marked adds up to both versions, whatever they say', () => {
	const word = fc.constantFrom('tea', 'ward', 'peer', 'and', 'the', 'kind', 'rest,', 'now.');
	const paragraph = fc.array(word, { minLength: 1, maxLength: 12 }).map((words) => words.join(' '));
	const paragraphs = fc.array(paragraph, { minLength: 1, maxLength: 6 });
	fc.assert(
		fc.property(paragraphs, paragraphs, (before, after) => {
			const changes = compare(page('a', ...before), page('a', ...after)).filter(({ id }) => id === 'a');
			const read = (without: Piece['kind']) =>
				changes.flatMap(({ stretches }) => stretches.flatMap((stretch) => (stretch.kind === 'same' ? stretch.paragraphs : [side(stretch.pieces, without)]))).filter((text) => text !== '').join('\n').replace(/\s+/g, ' ').trim();
			if (changes[0]!.kind === 'same') return;
			expect(read('added')).toBe(['The page a', ...before].join(' '));
			expect(read('removed')).toBe(['The page a', ...after].join(' '));
		}),
		{ numRuns: 200 }
	);
});

test('a huge text that was written anew is compared in a moment, and all of it is there', () => {
	const text = (seed: number, paragraphs: number) =>
		Array.from({ length: paragraphs }, (_, at) => Array.from({ length: 1000 }, (_, index) => `w${(at * 1000 + index * seed) % 7919}`).join(' '));
	const [before, after] = [text(7, 60), text(13, 59)];
	const [earlier, later] = [module(page('a', ...before)), module(page('a', ...after))];
	const started = performance.now();
	const changes = compareProse(earlier, later);
	// Far more than it takes, and far less than it would take without a limit.
	expect(performance.now() - started).toBeLessThan(5000);
	expect(side(pieces(changes), 'removed')).toBe(after.join('\n'));
});
