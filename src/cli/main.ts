#!/usr/bin/env node
import { CannotRun } from './cannot-run.ts';

/** Commands are loaded when asked for, so that each starts with what it needs and no more. */
const COMMANDS: Record<string, () => Promise<(args: string[]) => Promise<number>>> = {
	check: async () => (await import('./check.ts')).check,
	package: async () => (await import('./package.ts')).pack
};

const HELP = `Usage: npx alongside <command>

  check [folder …]     say what to mend in modules
  package <slug …>     make packages for a learning system

Each command explains itself with --help.`;

async function main([name, ...args]: string[]): Promise<number> {
	if (name === undefined || name === '--help' || name === 'help') return console.log(HELP), 0;
	if (!Object.hasOwn(COMMANDS, name)) throw new CannotRun(`There is no command "${name}".\n\n${HELP}`);
	const command = await COMMANDS[name]!();
	return command(args);
}

try {
	process.exitCode = await main(process.argv.slice(2));
} catch (error) {
	const badOption = error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
	if (!(error instanceof CannotRun) && !badOption) throw error;
	console.error((error as Error).message);
	process.exitCode = 2;
}
