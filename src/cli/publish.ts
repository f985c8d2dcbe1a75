import { existsSync } from 'node:fs';
import { migrate } from '#lib/server/database/migrate.ts';
import { openDatabase } from '#lib/server/database/open.ts';
import { publishGuide, type PublishedGuide } from '#lib/server/library/guides.ts';
import { publish, type Published } from '#lib/server/library/publish.ts';
import { readArguments } from './arguments.ts';
import { CannotRun } from './cannot-run.ts';
import { printFindings } from './print.ts';
import { readPaths } from './reading.ts';

const PUBLISH = `Usage: npx alongside publish <slug …>

Stores modules as new versions, which the site serves from then on.

  --all              every module in modules/
  --database <file>  the site's database (what DATABASE says, or data/alongside.db; "npm start" uses data/demonstration.db)
  --replace          also where a module was changed in the site since
  --help             this text

Exit code: 0 published or nothing new, 1 something to mend in a module, 2 could not run.`;

/** `alongside publish`. */
export async function publishFolders(args: string[]): Promise<number> {
	const { values, positionals } = readArguments({
		args,
		allowPositionals: true,
		options: {
			all: { type: 'boolean', default: false },
			database: { type: 'string', default: process.env.DATABASE || 'data/alongside.db' },
			replace: { type: 'boolean', default: false },
			help: { type: 'boolean' }
		}
	});
	if (values.help) return console.log(PUBLISH), 0;
	if (positionals.length === 0 && !values.all) throw new CannotRun('Name a module, or add --all for every one.');
	if (!existsSync(values.database)) {
		throw new CannotRun(`There is no database ${values.database}. Start the site once, or name its database: --database data/demonstration.db is what "npm start" uses.`);
	}
	const { modules, guides, problems } = await readPaths(values.all ? [] : positionals);
	for (const problem of problems) console.error(problem);
	const db = openDatabase(values.database);
	try {
		await migrate(db);
		let code = problems.length > 0 ? 2 : 0;
		for (const module of modules) code = Math.max(code, tell(module.source, await publish(db, module, new Date(), values.replace)));
		for (const guide of guides) code = Math.max(code, tell(guide, await publishGuide(db, guide, new Date())));
		return code;
	} finally {
		await db.destroy();
	}
}

/** Says what became of one module, and returns the exit code that it asks for. */
function tell({ slug, text }: { slug: string; text: string }, published: Published | PublishedGuide): number {
	switch (published.kind) {
		case 'published':
			printFindings([{ text, diagnostics: published.diagnostics }]);
			for (const { id, remedy } of 'vanished' in published ? published.vanished : []) {
				console.log(`${slug}: the id "${id}" is gone, so what people did there is no longer found. To keep it, write: ${remedy}`);
			}
			console.log(`${slug}: published as ${published.hash.slice(0, 8)}.`);
			return 0;
		case 'unchanged':
			console.log(`${slug}: nothing new.`);
			return 0;
		case 'kept':
			console.log(`${slug}: changed or withdrawn in the site since, so it is left as it is. Add --replace to publish the folder all the same.`);
			return 1;
		case 'refused':
			printFindings([{ text, diagnostics: published.diagnostics }]);
			console.log(`${slug}: not published. The site keeps serving what it has.`);
			return 1;
	}
}
