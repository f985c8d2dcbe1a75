import { basename, dirname } from 'node:path';
import { readingAgeOf } from '#lib/module/checks/age.ts';
import { compileGuide } from '#lib/module/compile-guide.ts';
import type { Diagnostic } from '#lib/module/diagnostic.ts';
import { measure } from '#lib/module/measure.ts';
import { check } from '#lib/progress/check.ts';
import { readArguments } from './arguments.ts';
import { CannotRun } from './cannot-run.ts';
import { readPaths } from './reading.ts';
import { alignedTable } from './table.ts';

const LIST = `Usage: npx alongside list [path …]

Shows how much every module and guide holds: pages, scenarios, questions, words,
the minutes that it says and that reading it takes, the reading age, and findings.
Without a path it reads everything in modules/.

  --format json   for other programs
  --format csv    for a spreadsheet
  --help          this text

Exit code: 0 listed, 2 something could not be read.`;

const FORMATS = ['text', 'json', 'csv'];

/** One line of the list; what there is not is empty. */
interface Row {
	name: string;
	pages: number | '';
	scenarios: number | '';
	questions: number | '';
	words: number | '';
	/** As the author says. */
	minutes: number | '';
	/** As measured. */
	takes: number | '';
	'reading age': number | '';
	'to mend': number;
	'to think about': number;
}

/** `alongside list`. */
export async function list(args: string[]): Promise<number> {
	const { values, positionals } = readArguments({
		args,
		allowPositionals: true,
		options: { format: { type: 'string', default: 'text' }, help: { type: 'boolean' } }
	});
	if (values.help) return console.log(LIST), 0;
	if (!FORMATS.includes(values.format)) throw new CannotRun(`There is no format "${values.format}". Use json or csv, or leave it out for text.`);
	const { modules, guides, problems } = await readPaths(positionals);
	const rows = [
		...modules.map(({ source }) => {
			const { module, diagnostics } = check(source);
			return rowOf(source.slug, source.text, diagnostics, module);
		}),
		...guides.map((source) => {
			const { guide, diagnostics } = compileGuide(source);
			return rowOf(`${basename(dirname(source.file))}/${source.slug}`, source.text, diagnostics, guide && { ...guide, pages: guide.parts });
		})
	];
	console.log(values.format === 'json' ? JSON.stringify(rows, null, 2) : values.format === 'csv' ? asCsv(rows) : alignedTable(rows));
	for (const problem of problems) console.error(problem);
	return problems.length > 0 ? 2 : 0;
}

function rowOf(name: string, text: string, diagnostics: readonly Diagnostic[], compiled?: Parameters<typeof measure>[0] & { lang: string; minutes?: number }): Row {
	const measured = compiled && measure(compiled);
	const age = compiled && readingAgeOf(text, compiled.lang);
	const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
	return {
		name,
		pages: measured?.pages ?? '',
		scenarios: measured?.scenarios ?? '',
		questions: measured?.questions ?? '',
		words: measured?.words ?? '',
		minutes: compiled?.minutes ?? '',
		takes: measured ? Math.round(measured.minutes) : '',
		'reading age': age === undefined ? '' : Math.round(age * 10) / 10,
		'to mend': errors,
		'to think about': diagnostics.length - errors
	};
}

/** Names are of letters, digits and hyphens, and everything else is a number: nothing needs quotation marks, and nothing is a formula. */
function asCsv(rows: readonly Row[]): string {
	return [Object.keys(rows[0] ?? {}), ...rows.map((row) => Object.values(row))].map((cells) => cells.join(',')).join('\n');
}
