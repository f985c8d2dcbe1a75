import { expect, test } from 'vitest';
import { findings } from './trial.ts';

const block = (kind: string, best: string, place: number) =>
	`:::${kind}\n${kind === 'scenario' ? 'title: T\n' : ''}\nWhat helps?\n\n${[0, 1, 2].map((each) => `- [${each === place ? best : ' '}] a choice\n  > It may help, or it may not.\n`).join('')}:::\n\n`;
const scenario = (place: number) => block('scenario', 'most helpful', place);
const question = (place: number) => block('question', 'x', place);
const said = (blocks: string[]) => findings(`# Page\n\n${blocks.join('')}`).filter(({ code }) => code === 'most-helpful-same-place').map(({ problem }) => problem);

test('3 scenarios with one place are reported, 2 are not', () => {
	expect(said([1, 1, 1].map(scenario))).toEqual(['In all 3 scenarios, the best answer is number 2.']);
	expect(said([1, 1].map(scenario))).toEqual([]);
	expect(said([1, 1, 0].map(scenario))).toEqual([]);
});

test('so are 4 questions and scenarios, once', () => {
	expect(said([scenario(0), question(0), question(0), question(0)])).toEqual(['In all 4 scenarios and questions, the best answer is number 1.']);
	expect(said([question(0), question(0), question(0)])).toEqual([]);
	expect(said([question(0), question(0), question(0), question(2)])).toEqual([]);
});
