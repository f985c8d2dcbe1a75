import { expect, test } from 'vitest';
import { findings } from './trial.ts';

const page = (number: number, block = '') => `# Page ${number}\n\nText\n\n${block}`;
const codes = (body: string) => findings(body).map(({ code }) => code).filter((code) => /^check-(in|out)-missing/.test(code));

test('a module of 3 pages or more starts and ends gently', () => {
	expect(codes(page(1) + page(2) + page(3))).toEqual(['check-in-missing', 'check-out-missing']);
	expect(codes(page(1, ':::check-in\nHello.\n:::\n\n') + page(2) + page(3, ':::check-out\nThank you.\n:::\n\n'))).toEqual([]);
	expect(codes(page(1, ':::check-out\nBye.\n:::\n\n') + page(2) + page(3, ':::check-in\nHello.\n:::\n\n'))).toEqual(['check-in-missing', 'check-out-missing']);
});

test('a shorter one needs neither', () => {
	expect(codes(page(1) + page(2))).toEqual([]);
});
