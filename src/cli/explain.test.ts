import { expect, test } from 'vitest';
import { MESSAGES } from '#lib/module/messages.ts';
import { runCommand } from '../../tests/command-line.ts';

const run = (...args: string[]) => runCommand(['explain', ...args], { cwd: '.' });

test('a code is explained with its group, its message, why it matters and an example', async () => {
	const { severity, problem, advice, why, example } = MESSAGES['image-without-description'];
	const { code, err, out } = await run('image-without-description');
	expect({ code, err }).toEqual({ code: 0, err: '' });
	// The command breaks its lines where a window would.
	const flat = out.replace(/\s+/g, ' ');
	for (const said of [severity, problem('…'), advice, why, example.before, example.after]) expect(flat.toLowerCase()).toContain(said.replace(/\s+/g, ' ').toLowerCase());
	expect(out.split('\n').slice(0, 2)).toEqual(['image-without-description', 'What keeps somebody out (access). Error: the module is published once it is mended.']);
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
