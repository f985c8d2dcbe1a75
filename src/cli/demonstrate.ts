import { join } from 'node:path';
import { migrate } from '#lib/server/database/migrate.ts';
import { CannotOpenDatabase, openDatabase } from '#lib/server/database/open.ts';
import { DEMONSTRATION_PASSWORD, DEMONSTRATION_TRUST } from '#lib/server/people/demonstration-trust.ts';
import { CannotReadFolder, readModule, type ModuleFolder } from '#lib/server/library/folder.ts';
import { BEGUN_MODULES, DEMONSTRATION_ACCOUNTS, makeDemonstration, NotADemonstration } from '#lib/server/people/demonstration.ts';
import { readArguments } from './arguments.ts';
import { CannotRun } from './cannot-run.ts';

export const DEMONSTRATE = `Usage: npx alongside demonstrate --database <file> [--accounts]

Makes a database of invented people, or brings it up to date. "npm start" does this by itself.

  --database <file>  such as data/demonstration.db
  --accounts         prints the accounts and their password, as JSON
  --verbose          says what was done
  --help             this text

Exit code: 0 done, 2 could not run.`;

/** `alongside demonstrate`. Says nothing where all is well, since `npm start` runs it each time. */
export async function demonstrate(args: string[]): Promise<number> {
	const { values } = readArguments({
		args,
		options: {
			database: { type: 'string' },
			accounts: { type: 'boolean' },
			verbose: { type: 'boolean' },
			help: { type: 'boolean' }
		}
	});
	if (values.help) return console.log(DEMONSTRATE), 0;
	if (!values.database && !values.accounts) {
		throw new CannotRun('Name the database file: npx alongside demonstrate --database data/demonstration.db');
	}
	if (values.database) await make(values.database);
	if (values.verbose && !values.accounts) console.log(`The demonstration is ready in ${values.database}.`);
	if (values.accounts) {
		const printed = { organisation: DEMONSTRATION_TRUST, password: DEMONSTRATION_PASSWORD, accounts: DEMONSTRATION_ACCOUNTS };
		console.log(JSON.stringify(printed));
	}
	return 0;
}

async function make(file: string): Promise<void> {
	try {
		const db = openDatabase(file);
		try {
			await migrate(db);
			await makeDemonstration(db, new Date(), await begunModules());
		} finally {
			await db.destroy();
		}
	} catch (error) {
		if (error instanceof CannotOpenDatabase || error instanceof NotADemonstration) throw new CannotRun(error.message, { cause: error });
		throw error;
	}
}

/** The modules that somebody in the demonstration is in the middle of, as far as they are here. */
async function begunModules(): Promise<ModuleFolder[]> {
	const read = await Promise.all(
		BEGUN_MODULES.map((slug) =>
			readModule(join('modules', slug)).catch((error: unknown) => {
				if (error instanceof CannotReadFolder) return undefined;
				throw error;
			})
		)
	);
	return read.filter((module) => module !== undefined);
}
