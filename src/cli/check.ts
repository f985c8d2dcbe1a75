import { parseArgs } from 'node:util';
import { hasErrors } from '#lib/module/diagnostic.ts';
import { check as checkModule } from '#lib/progress/check.ts';
import { findModules, readModule, readWordingBeside } from '#lib/server/library/folder.ts';
import { printDiagnostics } from './print.ts';

const CHECK = `Usage: npx alongside check [folder …]

Reads modules and says what to mend. Without a folder it reads every one in modules/.

  --format json   one list of findings, for other programs
  --help          this text

Exit code: 0 nothing to mend (there may be warnings), 1 something to mend, 2 could not run.`;

/** `alongside check`. */
export async function check(args: string[]): Promise<number> {
	const { values, positionals } = parseArgs({
		args,
		allowPositionals: true,
		options: { format: { type: 'string', default: 'text' }, help: { type: 'boolean' } }
	});
	if (values.help) return console.log(CHECK), 0;
	const folders = positionals.length > 0 ? positionals : await findModules('modules');
	const list = await readWordingBeside(folders[0] ?? 'modules/any');
	const results = await Promise.all(folders.map(async (folder) => checkModule((await readModule(folder, list.wording)).source)));
	const diagnostics = [list, ...results].flatMap((result) => result.diagnostics);
	if (values.format === 'json') console.log(JSON.stringify(diagnostics, null, 2));
	else {
		printDiagnostics(diagnostics);
		if (diagnostics.length === 0) console.log(`${folders.length === 1 ? '1 module' : `${folders.length} modules`} read. Nothing to mend.`);
	}
	return hasErrors(diagnostics) ? 1 : 0;
}
