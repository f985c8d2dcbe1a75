import { describe, expect, test, vi } from 'vitest';
import { runCommand } from '../../tests/command-line.ts';
import { readArguments } from './arguments.ts';

vi.setConfig({ testTimeout: 30_000 });

const CONFIG = { allowPositionals: true, options: { format: { type: 'string', default: 'text' }, watch: { type: 'boolean' }, help: { type: 'boolean' } } } as const;
const read = (...args: string[]) => readArguments({ ...CONFIG, args });

describe('what follows a command', () => {
	test('is read as it is meant', () => {
		expect(read('tea', '--format=json', '--watch')).toMatchObject({ values: { format: 'json', watch: true }, positionals: ['tea'] });
		expect(read('--', '--fromat').positionals).toEqual(['--fromat']);
	});

	test.each([
		[['--fromat', 'json'], 'There is no option --fromat. Did you mean "--format"? This command has --format, --watch and --help.'],
		[['tea', '--constructor'], 'There is no option --constructor. This command has --format, --watch and --help.'],
		[['-x'], 'There is no option -x. This command has --format, --watch and --help.'],
		[['--format'], 'Say what --format is, after a space. This command has --format, --watch and --help.'],
		[['--format', '--watch'], 'Say what --format is, after a space. This command has --format, --watch and --help.'],
		[['--watch=yes'], '--watch stands alone. Take out what follows its "=".']
	])('is refused in a sentence: %j', (args, sentence) => {
		expect(() => read(...args)).toThrow(sentence);
	});

	test('is refused where the command takes options only', () => {
		expect(() => readArguments({ options: CONFIG.options, args: ['tea'] })).toThrow('"tea" is more than this command can use. This command has --format, --watch and --help.');
	});
});

describe('a mistyped command line', () => {
	test('with an option that no command has says which there are', async () => {
		const { code, out, err } = await runCommand(['check', '--fromat', 'json'], { cwd: '.' });
		expect([code, out, err]).toEqual([2, '', 'There is no option --fromat. Did you mean "--format"? This command has --format, --watch and --help.\n']);
	});

	test.each([
		['chekc', 'There is no command "chekc". Did you mean "check"?\n\nUsage: '],
		['constructor', 'There is no command "constructor".\n\nUsage: ']
	])('%s is no command', async (name, words) => {
		const { code, out, err } = await runCommand([name], { cwd: '.' });
		expect([code, out]).toEqual([2, '']);
		expect(err.startsWith(words)).toBe(true);
	});
});
