#!/usr/bin/env node
export {};

/** Commands are loaded when asked for, so that each starts with what it needs and no more. */
const COMMANDS: Record<string, () => Promise<(args: string[]) => Promise<number>>> = {
	new: async () => (await import('./new.ts')).start,
	preview: async () => (await import('./preview.ts')).preview,
	check: async () => (await import('./check.ts')).check,
	list: async () => (await import('./list.ts')).list,
	explain: async () => (await import('./explain.ts')).explain,
	publish: async () => (await import('./publish.ts')).publishFolders,
	package: async () => (await import('./package.ts')).pack,
	preflight: async () => (await import('./preflight.ts')).lookAhead,
	demonstrate: async () => (await import('./demonstrate.ts')).demonstrate
};

const HELP = `Usage: npx alongside <command>

  new <slug>           start a module
  preview [slug]       show modules as a learner sees them, while you write
  check [path …]       say what to mend in modules and guides
  list [path …]        show how much each module holds, and how it reads
  explain [code]       tell more about what was found
  publish <slug …>     serve new versions of modules on the site
  package <slug …>     make packages for a learning system
  preflight <slug …>   look at packages before anybody gets them
  demonstrate          make a database of invented people

Each command explains itself with --help. Exit codes: 0 done, 1 something to mend, 2 could not run.`;

/** What a person can do something about: its message is for them, and no stack is. */
const EXPECTED = ['CannotRun', 'CannotReadFolder', 'CannotOpenDatabase'];

async function main([name, ...args]: string[]): Promise<number> {
	if (name === undefined || name === '--help' || name === 'help') {
		console.log(HELP);
		return 0;
	}
	if (!Object.hasOwn(COMMANDS, name)) {
		const { suggest } = await import('#lib/module/suggestion.ts');
		console.error(`There is no command "${name}".${suggest(name, Object.keys(COMMANDS)).replaceAll('`', '"')}\n\n${HELP}`);
		return 2;
	}
	const command = await COMMANDS[name]!();
	return command(args);
}

// Whoever reads along may have seen enough, as `| head` has.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
	if (error.code !== 'EPIPE') throw error;
	process.exit();
});

try {
	process.exitCode = await main(process.argv.slice(2));
} catch (error) {
	if (!(error instanceof Error)) throw error;
	console.error(EXPECTED.includes(error.name) ? error.message : error);
	process.exitCode = 2;
}
