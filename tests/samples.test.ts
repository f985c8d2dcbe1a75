import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readWording } from '#lib/module/checks/wording.ts';
import { MESSAGES, type Code } from '#lib/module/messages.ts';
import { compileGuide } from '#lib/module/compile-guide.ts';
import type { Guide } from '#lib/module/guide.ts';
import type { Module } from '#lib/module/module.ts';
import { check } from '#lib/progress/check.ts';
import { factsOf } from '#lib/server/library/file-facts.ts';

/**
 * A case is a folder: `module.md`, in `expected.json` what the checker says of
 * it, and where it needs one a list of wording, `wording.yaml`. The folder of a mistake has the name of its code; that of something
 * that may be written starts with `ok-`.
 */
const SAMPLES = join(import.meta.dirname, 'samples');

interface Expected {
	/** Every finding, in order. */
	findings: { code: Code; line: number }[];
	/** The words of the one that the folder is named after. */
	problem?: string;
	advice?: string;
	/** What must be found in the document, where there is one. */
	document?: Partial<Module> | Partial<Guide>;
	/** The folder's name, where it is not that of the sample. */
	slug?: string;
	/** How many bytes a file beside it has, where that would be too many to keep. */
	pad?: Record<string, number>;
	/** It is a guide and not a module. */
	guide?: true;
	/** The day on which it is read. */
	today?: string;
	/** What follows `module.md` where that would be too large to keep: `text`, so many `times`, `{n}` being the number of each. */
	generate?: { text: string; times: number };
}

/** A file that is heavier than what is kept of it. */
function padded(bytes: Uint8Array, length = bytes.length): Uint8Array {
	const all = new Uint8Array(Math.max(length, bytes.length));
	all.set(bytes);
	return all;
}

async function read(name: string, change = (text: string) => text) {
	const folder = join(SAMPLES, name);
	const all = readdirSync(folder);
	const files = all.filter((file) => !['module.md', 'expected.json', 'wording.yaml'].includes(file));
	const list = readWording(all.includes('wording.yaml') ? readFileSync(join(folder, 'wording.yaml'), 'utf8') : '', 'wording.yaml');
	const expected = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')) as Expected;
	const { text, times } = expected.generate ?? { text: '', times: 0 };
	const more = Array.from({ length: times }, (_, index) => text.replaceAll('{n}', String(index + 1))).join('');
	const source = readFileSync(join(folder, 'module.md'), 'utf8') + more;
	if (expected.guide) {
		const { guide, diagnostics } = compileGuide({ slug: expected.slug ?? name, file: 'module.md', text: change(source) });
		return { expected, module: guide, diagnostics };
	}
	const { module, diagnostics } = check({ slug: expected.slug ?? name, file: 'module.md', text: change(source), files: await factsOf(new Map(files.map((file) => [file, padded(readFileSync(join(folder, file)), expected.pad?.[file])]))), today: expected.today, wording: list.wording });
	return { expected, module, diagnostics: [...list.diagnostics, ...diagnostics] };
}

function readAll(names: string[], change?: (text: string) => string) {
	return Promise.all(names.map((name) => read(name, change)));
}

const names = readdirSync(SAMPLES);
const mistakes = names.filter((name) => !name.startsWith('ok-'));
const sound = names.filter((name) => name.startsWith('ok-'));

test('every code has a sample, and every sample of a mistake a code', () => {
	expect(mistakes.toSorted()).toEqual(Object.keys(MESSAGES).toSorted());
});

test.each(mistakes)('%s is reported where it stands, in these words', async (name) => {
	const { expected, diagnostics, module } = await read(name);
	expect(diagnostics.map(({ code, line }) => ({ code, line }))).toEqual(expected.findings);
	const { problem, advice } = diagnostics.find(({ code }) => code === name)!;
	expect({ problem, advice }).toEqual({ problem: expected.problem, advice: expected.advice });
	expect(module === undefined).toBe(diagnostics.some(({ severity }) => severity === 'error'));
});

test.each(sound)('%s compiles to its document', async (name) => {
	const { expected, diagnostics, module } = await read(name);
	// What may be written may still be something to think about.
	expect(diagnostics.map(({ code, line }) => ({ code, line }))).toEqual(expected.findings);
	expect(module).toMatchObject(expected.document!);
});

const SAVED_AS: Record<string, (text: string) => string> = {
	'by Windows': (text) => text.replaceAll('\n', '\r\n'),
	'by an old Mac': (text) => text.replaceAll('\n', '\r'),
	'with a byte order mark': (text) => `\uFEFF${text}`
};

test.each(Object.keys(SAVED_AS))('a file saved %s is read like any other', async (how) => {
	const others = names.filter((name) => name !== 'file-too-large');
	expect(await readAll(others, SAVED_AS[how])).toEqual(await readAll(others));
});

test('a file needs no last newline', async () => {
	expect(await readAll(sound, (text) => text.trimEnd())).toEqual(await readAll(sound));
});
