import { expect, test } from 'vitest';
import { choosings } from './choices.ts';
import { wordsOf } from './passages.ts';
import { passages } from './trial.ts';

test('options come with their feedback and what is best', () => {
	const body = '# Page\n\n:::question\nWhich?\n\n- [ ] one\n  > No.\n  >\n  > Really.\n- [X] two\n  > Yes.\n:::\n\n:::scenario\ntitle: T\n\nIt rains.\n\n- [Most helpful] wait\n  > Good.\n:::\n';
	const told = choosings(passages(body)).map(({ kind, choices }) => [kind, ...choices.map(({ option, feedback, best }) => [wordsOf(option), feedback.map(wordsOf).join(' '), best])]);
	expect(told).toEqual([
		['question', ['one', 'No. Really.', false], ['two', 'Yes.', true]],
		['scenario', ['wait', 'Good.', true]]
	]);
});
