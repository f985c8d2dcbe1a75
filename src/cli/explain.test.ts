import { expect, test } from 'vitest';
import { MESSAGES } from '#lib/module/messages.ts';
import { runCommand } from '../../tests/command-line.ts';

const run = (...args: string[]) => runCommand(['explain', ...args], { cwd: '.' });

test('a code is explained with its group, its message, why it matters and an example', async () => {
	expect(await run('note-not-first')).toEqual({
		code: 0,
		err: '',
		out: `note-not-first
How a module is put together (structure). Error: the module is published once it is mended.

A content note stands further down the page.
Move it directly under the page's heading, so that people meet it first.

Why
A content note lets people choose before they read. Further down, they would
meet the hard part first and be asked afterwards.

Such as
    # Places

    Some places can be hard to be in.

    :::content-note
    about: places
    detail: no detail

    You can ask to meet elsewhere.
    :::

Better
    # Places

    :::content-note
    about: places
    detail: no detail

    You can ask to meet elsewhere.
    :::

    Some places can be hard to be in.
`
	});
});

test('a code may be pasted with its brackets', async () => {
	expect(await run('[raw-html]')).toEqual(await run('raw-html'));
});

test('without a code every one is listed', async () => {
	const { code, out } = await run();
	expect(code).toBe(0);
	expect(Object.keys(MESSAGES).filter((name) => !out.includes(`\n  ${name}\n`))).toEqual([]);
});

test.each([
	['raw-htm', 'There is no code "raw-htm". Did you mean "raw-html"? "npx alongside explain" lists every one.\n'],
	['constructor', 'There is no code "constructor". "npx alongside explain" lists every one.\n']
])('%s is no code', async (asked, sentence) => {
	expect(await run(asked)).toEqual({ code: 2, out: '', err: sentence });
});
