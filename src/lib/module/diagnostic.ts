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
	/** What is wrong, quoting what was found. */
	problem: string;
	/** What to do about it. */
	advice: string;
}

/** Notes a diagnostic: its code, its line and what the message quotes. */
export type Report = <C extends Code>(code: C, line: number, ...found: Parameters<(typeof MESSAGES)[C]['problem']>) => void;

/** Where the diagnostics of one file are gathered. */
export interface Findings {
	report: Report;
	diagnostics: Diagnostic[];
}

/** Starts gathering diagnostics for `file`. */
export function gather(file: string): Findings {
	const diagnostics: Diagnostic[] = [];
	const report: Report = (code, line, ...found) => {
		const message = MESSAGES[code];
		// Each message takes what its own code finds; `Report` has checked that they agree.
		const problem = (message.problem as (...found: (string | number)[]) => string)(...found);
		diagnostics.push({ code, severity: message.severity, file, line, problem, advice: message.advice });
	};
	return { report, diagnostics };
}

/** Diagnostics in the order of the file. */
export function inOrder(diagnostics: Diagnostic[]): Diagnostic[] {
	return [...diagnostics].sort((a, b) => a.line - b.line);
}

/** Whether anything in `diagnostics` stops publishing. */
export function hasErrors(diagnostics: Diagnostic[]): boolean {
	return diagnostics.some((diagnostic) => diagnostic.severity === 'error');
}
