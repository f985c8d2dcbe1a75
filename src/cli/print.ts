import type { Diagnostic } from '#lib/module/diagnostic.ts';

/** Prints findings, each as `file:line`, which terminals make into a link, with what to do under it. */
export function printDiagnostics(diagnostics: Diagnostic[]): void {
	for (const { file, line, severity, code, problem, advice } of diagnostics) {
		console.log(`${file}:${line}: ${severity} [${code}] ${problem}\n    ${advice}`);
	}
	const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
	const warnings = diagnostics.length - errors;
	if (diagnostics.length > 0) console.log(`\n${count(errors, 'thing')} to mend, ${count(warnings, 'thing')} to think about.`);
}

function count(number: number, noun: string): string {
	return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
