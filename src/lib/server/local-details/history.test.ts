import { expect, test } from 'vitest';
import { CHANGES_ON_A_PAGE, historyOf } from './history.ts';
import { saveDetail } from './save.ts';
import { BY, TODAY, trialTrust } from './trial.ts';
import { markWords } from '../marked-words.ts';

test('a change is told word by word', () => {
	expect(markWords('Ring us on Monday.\n\nOr not.', 'Ring them on Monday.\n\nOr not.')).toEqual([
		{ kind: 'same', text: 'Ring ' },
		{ kind: 'removed', text: 'us' },
		{ kind: 'added', text: 'them' },
		{ kind: 'same', text: ' on Monday.\n\nOr not.' }
	]);
	expect(markWords('', 'New.')).toEqual([{ kind: 'added', text: 'New.' }]);
	expect(markWords('Same.', 'Same.')).toEqual([{ kind: 'same', text: 'Same.' }]);
});

test('texts with nothing in common are told whole, and soon', () => {
	const long = (letter: string) => Array.from({ length: 3000 }, (_, index) => letter + (index % 10)).join(' ').slice(0, 10_000);
	const before = performance.now();
	expect(markWords(long('a'), long('b'))).toEqual([
		{ kind: 'removed', text: long('a') },
		{ kind: 'added', text: long('b') }
	]);
	expect(performance.now() - before).toBeLessThan(2000);
});

test('the newest change is first, and a page has no more than it can compare', async () => {
	const db = await trialTrust();
	for (let count = 0; count <= CHANGES_ON_A_PAGE; count += 1) {
		await saveDetail(db, 'lockers', { base: count, content: { text: `Text ${count}`, keptBy: '', checkedOn: TODAY } }, BY);
	}
	const { changes, more } = await historyOf(db, 'lockers');
	expect([changes.length, changes[0]!.textAfter, more]).toEqual([CHANGES_ON_A_PAGE, `Text ${CHANGES_ON_A_PAGE}`, true]);
	expect(changes[0]).toMatchObject({ by: 'Demo author', how: 'saved', words: [{ kind: 'same', text: 'Text ' }, { kind: 'removed' }, { kind: 'added' }] });
	const rest = await historyOf(db, 'lockers', changes.at(-1)!.id);
	expect([rest.changes.map(({ textAfter }) => textAfter), rest.more]).toEqual([['Text 0'], false]);
	expect(await historyOf(db, 'paid-time')).toEqual({ changes: [], more: false });
});
