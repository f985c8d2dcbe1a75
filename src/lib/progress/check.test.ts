import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { filesCalled } from '#lib/module/files-trial.ts';
import type { Diagnostic } from '#lib/module/diagnostic.ts';
import { measure } from '#lib/module/measure.ts';
import { check } from './check.ts';
import { worstCase } from './encoding.ts';

const HEAD = '---\ntitle: T\nsummary: S\naudience: all-staff\nstage: ongoing\nminutes: 5\noutcomes:\n  - a\nsources:\n  - b\n---\n';

function checkText(body: string) {
	return check({ slug: 'a-module', file: 'module.md', text: HEAD + body, files: new Map() });
}

/** What has to be mended. What the words are like is asked elsewhere. */
function errors(diagnostics: Diagnostic[]): string[] {
	return diagnostics.filter(({ severity }) => severity === 'error').map(({ code }) => code);
}

/** A page with as many questions as it says, each of which takes all that a question can. */
function page(number: number, questions: number, note = ''): string {
	const options = '- [x] a\n  > b\n'.repeat(7);
	return `# Page ${number} {#page-${number}}\n\n${note}Text\n\n${`:::question\nWhich?\n\n${options}- [ ] c\n  > d\n:::\n\n`.repeat(questions)}`;
}

const NOTE = ':::content-note\nabout: a\ndetail: b\n\nShort\n:::\n\n';

describe('what learning systems can hold', () => {
	test('is refused above 4,000 characters, which leaves room for what a learning system adds', () => {
		const pages = (count: number) => Array.from({ length: count }, (_, index) => page(index, 3)).join('');
		const most = checkText(pages(92));
		expect(errors(most.diagnostics)).toEqual([]);
		expect(worstCase(most.module!).length).toBeLessThanOrEqual(4000);
		expect(errors(checkText(pages(93)).diagnostics)).toEqual(['state-too-large']);
	});

	test('does not count answers that are never kept', () => {
		const many = Array.from({ length: 200 }, (_, index) => page(index, 3, NOTE)).join('');
		expect(errors(checkText(many).diagnostics)).toEqual([]);
	});
});

test('warnings stand beside what the limits find, in the order of the file', () => {
	const warned = ':::question\nid: all-right\nWhich?\n\n- [x] a\n  > because it is so\n- [x] c\n  > because it is so\n:::\n\n';
	const { module, diagnostics } = checkText(`# Write your role together\n\n${warned}# Learn a break first\n\nText\n`);
	expect(diagnostics.map(({ code, line }) => [code, line])).toEqual([
		['ids-collide', 1],
		['question-all-right', 14]
	]);
	expect(module).toBe(undefined);
});

test('a module with mistakes is not measured as well', () => {
	expect(errors(checkText(`${Array.from({ length: 1200 }, (_, index) => page(index, 0)).join('')}<b>`).diagnostics)).toEqual(['raw-html']);
});

test('a module of as many pages as its text can have is measured', { timeout: 30_000 }, () => {
	const pages = Array.from({ length: 38_000 }, (_, index) => `# A${index}\n\nb\n`).join('');
	expect(checkText(pages).diagnostics.map(({ code }) => code)).toContain('state-too-large');
});

describe('the modules that we ship', () => {
	const folder = join(import.meta.dirname, '../../../modules');
	const slugs = readdirSync(folder).filter((slug) => existsSync(join(folder, slug, 'module.md')));

	test.each(slugs)('%s has no mistake, and needs less than a quarter of the room', (slug) => {
		const text = readFileSync(join(folder, slug, 'module.md'), 'utf8');
		const { module, diagnostics } = check({ slug, file: 'module.md', text, files: filesCalled(...readdirSync(join(folder, slug))) });
		expect(errors(diagnostics)).toEqual([]);
		expect(worstCase(module!).length).toBeLessThan(1000);
		// People have up to as much time again to think as to read.
		const { minutes } = measure(module!);
		expect(module!.minutes / minutes).toBeGreaterThan(0.8);
		expect(module!.minutes / minutes).toBeLessThan(1.75);
	});
});
