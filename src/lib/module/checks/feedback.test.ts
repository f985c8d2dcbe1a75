import { expect, test } from 'vitest';
import { placesOf } from './trial.ts';

const question = (feedback: string) => `# Page\n\n:::question\nWhich?\n\n- [ ] one\n  > ${feedback}\n- [x] two\n  > Yes. It is one of the best.\n:::\n`;

test.each(['Wrong.', 'Incorrect', '**No.**', 'Correct!', 'Not quite right.'])('%j alone is curt', (feedback) => {
	expect(placesOf('feedback-curt', question(feedback)).length).toBe(1);
});

test.each(['No. It can wait.', 'It may help them.', 'No.\n  >\n  > It may hurt somebody.', '![A cup](tea.png)'])('%j is not', (feedback) => {
	expect(placesOf('feedback-curt', question(feedback))).toEqual([]);
});
