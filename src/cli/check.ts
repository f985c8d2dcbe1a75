import { compileGuide } from '#lib/module/compile-guide.ts';
import { hasErrors } from '#lib/module/diagnostic.ts';
import { check as checkModule } from '#lib/progress/check.ts';
import { readArguments } from './arguments.ts';
import { CannotRun } from './cannot-run.ts';
import { colours } from './colours.ts';
import { count } from './count.ts';
import { printFindings } from './print.ts';
import { placesToWatch, readPaths } from './reading.ts';
import { watchPaths } from './watching.ts';

const FORMATS = ['text', 'json'];

const CHECK = `Usage: npx alongside check [folder …]

Reads modules and says what to mend. Without a folder it reads every one in modules/.
A folder may be that of a module, its module.md, or a folder of modules.

  --watch         checks again each time you save; Ctrl+C ends it
  --format json   one list of findings, for other programs
  --help          this text

Exit code: 0 nothing to mend (there may be warnings), 1 something to mend, 2 could not run.`;

/** `alongside check`. */
export async function check(args: string[]): Promise<number> {
	const { values, positionals } = readArguments({
		args,
		allowPositionals: true,
		options: { format: { type: 'string', default: 'text' }, watch: { type: 'boolean' }, help: { type: 'boolean' } }
	});
	if (values.help) return console.log(CHECK), 0;
	if (!FORMATS.includes(values.format)) throw new CannotRun(`There is no format "${values.format}". Use --format json, or leave it out for text.`);
	if (!values.watch) return checkOnce(positionals, values.format);
	if (values.format === 'json') throw new CannotRun('--watch is for reading along. Leave it out, or leave out --format json.');
	return checkOnEverySave(positionals);
}

async function checkOnce(paths: string[], format: string): Promise<number> {
	const { modules, guides, lists, problems } = await readPaths(paths);
	const checked = [
		...lists,
		...modules.map(({ source }) => ({ text: source.text, diagnostics: checkModule(source).diagnostics })),
		...guides.map((source) => ({ text: source.text, diagnostics: compileGuide(source).diagnostics }))
	];
	const diagnostics = checked.flatMap((module) => module.diagnostics);
	if (format === 'json') console.log(JSON.stringify(diagnostics, null, 2));
	else {
		printFindings(checked);
		const read = Object.entries({ module: modules.length, guide: guides.length }).flatMap(([noun, number]) => (number > 0 ? [count(number, noun)] : []));
		if (read.length > 0 && diagnostics.length === 0) console.log(`${read.join(' and ')} read. ${colours.green('Nothing to mend.')}`);
	}
	for (const problem of problems) console.error(problem);
	return problems.length > 0 ? 2 : hasErrors(diagnostics) ? 1 : 0;
}

/** Checks now and after each save, until the command is ended. */
async function checkOnEverySave(paths: string[]): Promise<never> {
	const again = async () => {
		console.log(colours.dim(`— ${new Date().toLocaleTimeString('en-GB')} —`));
		await checkOnce(paths, 'text');
	};
	let last = Promise.resolve();
	const places = await Promise.all((paths.length > 0 ? paths : ['modules']).map(placesToWatch));
	await watchPaths(places.flat(), () => (last = last.then(again)));
	await (last = last.then(again));
	console.log('Checking again each time you save. To end this, press Ctrl+C.\n');
	return new Promise(() => {});
}
