import type { Diagnostic } from '#lib/module/diagnostic.ts';
import { colours } from './colours.ts';
import { count } from './count.ts';
import { columnOf, linesOf, printable, showLine } from './source-line.ts';

/** A module's text and what was found in it. */
export interface Checked {
	text: string;
	diagnostics: Diagnostic[];
}

/** More of one module than this is more than anybody reads: most of it often has one cause. */
const MOST = 50;

/** Prints what was found, module by module, and how much that is. */
export function printFindings(checked: Checked[]): void {
	for (const { text, diagnostics } of checked) {
		const lines = linesOf(text);
		for (const diagnostic of diagnostics.slice(0, MOST)) console.log(`${finding(diagnostic, lines[diagnostic.line - 1] ?? '')}\n`);
		const more = diagnostics.length - MOST;
		if (more > 0) console.log(`${diagnostics[0]!.file}: and ${more} more. Mend some of these first, and check again.\n`);
	}
	const all = checked.flatMap(({ diagnostics }) => diagnostics);
	if (all.length === 0) return;
	const errors = all.filter(({ severity }) => severity === 'error');
	console.log(`${count(errors.length, 'thing')} to mend, ${count(all.length - errors.length, 'thing')} to think about.`);
	// What keeps the module from being published comes before what somebody may think about.
	console.log(`To learn more about one: npx alongside explain ${(errors[0] ?? all[0]!).code}`);
}

/** One finding: where it is, in the form that terminals make into a link; the line itself; and what to do. */
function finding(diagnostic: Diagnostic, line: string): string {
	const { file, severity, code, problem, advice } = diagnostic;
	const paint = severity === 'error' ? colours.red : colours.yellow;
	const place = colours.bold(`${file}:${diagnostic.line}:${columnOf(diagnostic, line)}:`);
	const shown = showLine(line, diagnostic);
	const number = String(diagnostic.line);
	const excerpt = shown && [
		`${colours.dim(`  ${number} |`)} ${shown.text}`,
		`${colours.dim(`  ${' '.repeat(number.length)} |`)} ${paint(shown.pointer)}`
	];
	return [`${place} ${paint(severity)} [${code}] ${printable(problem)}`, ...(excerpt ?? []), `    ${printable(advice)}`].join('\n');
}
