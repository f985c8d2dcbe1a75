import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compileLocalText } from './local-text.ts';
import { readFacts, writeFacts } from './support-facts.ts';

const TEXT = `- **Run by:** the Demo staff support service
- **How to reach it:** [0000 000 000](tel:0000000000), 9am to 5pm
- **Is it private:** yes

Ring when you like.

- tea
- talk`;

test('the facts stand at the head of the text', () => {
	expect(readFacts(TEXT)).toEqual({
		facts: { runBy: 'the Demo staff support service', reach: '[0000 000 000](tel:0000000000), 9am to 5pm', private: 'yes' },
		rest: 'Ring when you like.\n\n- tea\n- talk'
	});
	expect(writeFacts(readFacts(TEXT).facts, readFacts(TEXT).rest)).toBe(TEXT);
});

test('a text without facts has none', () => {
	expect(readFacts('Ring **Run by:** us.\n- **Run by:** nobody')).toEqual({ facts: { runBy: '', reach: '', private: '' }, rest: 'Ring **Run by:** us.\n- **Run by:** nobody' });
	expect(writeFacts({ runBy: ' ', reach: '', private: '' }, 'Text.')).toBe('Text.');
	expect(writeFacts({ runBy: '', reach: '', private: '' }, ' ')).toBe('');
});

test('a fact is one line, whatever is typed', () => {
	const line = fc.string({ unit: fc.constantFrom(...'ab -*:\n\r\t_[]()') });
	fc.assert(
		fc.property(line, line, line, (runBy, reach, private_) => {
			const { facts } = readFacts(writeFacts({ runBy, reach, private: private_ }, 'The rest.'));
			const plain = (words: string) => words.replace(/\s+/g, ' ').trim();
			expect(facts).toEqual({ runBy: plain(runBy), reach: plain(reach), private: plain(private_) });
		})
	);
});

test('modules and packages show them as a list', () => {
	expect(compileLocalText('staff-support', TEXT)).toMatchObject({ diagnostics: [], html: expect.stringContaining('<li><strong>Run by:</strong> the Demo staff support service</li>') });
});
