import { expect, test } from 'vitest';
import { placesOf } from './trial.ts';

const places = (text: string) => placesOf('disclosure-asked', `# Page\n\n:::reflection\n${text}\n:::\n`);

test.each([
	'Have you ever been in hospital?',
	'What is your diagnosis?',
	'Tell us about a time when you were unwell.',
	'Describe your experience of being detained.',
	'Think of a moment when you felt suicidal.',
	'Write down your triggers.',
	'What happened to you?',
	'When were you first diagnosed?',
	'Do you have a diagnosis?'
])('%j asks', (text) => {
	expect(places(text).length).toBe(1);
});

test.each([
	'What would help you to feel safe at work?',
	'Think of a time when you felt at ease.',
	'Which colleague could you ask?',
	'Somebody asks, "Have you ever been in hospital?" What could you say?',
	'What could a peer worker say when they are asked about a diagnosis?',
	'Think about a meeting where you were the only one.',
	'What do you want to learn from your experience at work?'
])('%j does not', (text) => {
	expect(places(text)).toEqual([]);
});

test('prose, options and feedback do not ask', () => {
	const question = ':::question\nWhat may a manager ask?\n\n- [ ] what happened to you\n  > Have you ever heard of a manager who should?\n- [x] what would help\n  > Yes. They can act on that.\n:::\n';
	expect(placesOf('disclosure-asked', `# Page\n\nHave you ever worked nights?\n\n${question}`)).toEqual([]);
});
