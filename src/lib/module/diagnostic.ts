import { MESSAGES, type Code } from './messages.ts';

export type Severity = 'error' | 'warning';

/** One thing for the author to mend, or to think about. */
export interface Diagnostic {
	code: Code;
	/** An error stops publishing; a warning does not. */
	severity: Severity;
	/** As the caller named it, for example `modules/my-module/module.md`. */
	file: string;
	/** Counted from 1, in the file as the author sees it. */
	line: number;
	/** Where on the line it starts, counted from 1 in UTF-16 units, where that is known. */
	column?: number;
	/** How many UTF-16 units it goes on for, on that line. */
	length?: number;
	/** What is wrong, quoting what was found. */
	problem: string;
	/** What to do about it. */
	advice: string;
}

/** Where something stands: its line, or the very words on it. */
export type Place = number | { line: number; column: number; length: number };

/** Notes a diagnostic: its code, its place and what the message quotes. */
export type Report = <C extends Code>(code: C, place: Place, ...found: Parameters<(typeof MESSAGES)[C]['problem']>) => void;

/** Where the diagnostics of one file are gathered. */
export interface Findings {
	report: Report;
	diagnostics: Diagnostic[];
}

/** Starts gathering diagnostics for `file`. */
export function gather(file: string): Findings {
	const diagnostics: Diagnostic[] = [];
	const report: Report = (code, place, ...found) => {
		const message = MESSAGES[code];
		// Each message takes what its own code finds; `Report` has checked that they agree.
		const problem = (message.problem as (...found: (string | number)[]) => string)(...found);
		const at = typeof place === 'number' ? { line: place } : place;
		diagnostics.push({ code, severity: message.severity, file, ...at, problem, advice: message.advice });
	};
	return { report, diagnostics };
}

/** Diagnostics in the order of the file. */
export function inOrder(diagnostics: Diagnostic[]): Diagnostic[] {
	return [...diagnostics].sort((a, b) => a.line - b.line || (a.column ?? 0) - (b.column ?? 0));
}

/** Whether anything in `diagnostics` stops publishing. */
export function hasErrors(diagnostics: Diagnostic[]): boolean {
	return diagnostics.some((diagnostic) => diagnostic.severity === 'error');
}
