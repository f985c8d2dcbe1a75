import { parseArgs, type ParseArgsConfig } from 'node:util';
import { suggest } from '#lib/module/suggestion.ts';
import { CannotRun } from './cannot-run.ts';

/** Reads what was typed after a command's name; where it is not understood, says so in plain words. */
export function readArguments<T extends ParseArgsConfig>(config: T): ReturnType<typeof parseArgs<T>> {
	try {
		return parseArgs(config);
	} catch (error) {
		if (error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')) throw new CannotRun(problemIn(config), { cause: error });
		throw error;
	}
}

/** Node's own messages are for programmers: what is wrong is looked for again, and told in ours. */
function problemIn(config: ParseArgsConfig): string {
	const options = config.options ?? {};
	const { tokens } = parseArgs({ ...config, strict: false, allowPositionals: true, tokens: true });
	for (const token of tokens) {
		if (token.kind === 'positional' && !config.allowPositionals) return `"${token.value}" is more than this command can use. ${listed(options)}`;
		if (token.kind !== 'option') continue;
		const option = Object.hasOwn(options, token.name) ? options[token.name]! : undefined;
		if (!option) return `There is no option ${token.rawName}.${near(token.name, Object.keys(options))} ${listed(options)}`;
		if (option.type === 'boolean' && token.value !== undefined) return `${token.rawName} stands alone. Take out what follows its "=".`;
		// What looks like an option is taken for one, and not for the value of that before it.
		if (option.type === 'string' && (token.value === undefined || (!token.inlineValue && /^-./.test(token.value)))) return `Say what ${token.rawName} is, after a space. ${listed(options)}`;
	}
	return `The options cannot be read. ${listed(options)}`;
}

function near(name: string, names: string[]): string {
	return suggest(name, names).replace(/`(.*)`/, '"--$1"');
}

function listed(options: object): string {
	const names = Object.keys(options).map((name) => `--${name}`);
	return `This command has ${new Intl.ListFormat('en-GB').format(names)}.`;
}
