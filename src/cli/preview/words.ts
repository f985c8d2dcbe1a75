import { escape } from '#lib/module/markdown.ts';
import type { Diagnostic } from '#lib/module/diagnostic.ts';
import { count } from '../count.ts';

/** A message as HTML: what stands between backticks is code. */
export function asHtml(message: string): string {
	return message
		.split('`')
		.map((part, index) => (index % 2 === 1 ? `<code>${escape(part)}</code>` : escape(part)))
		.join('');
}

/** `2 things to mend, 1 to think about`. */
export function counts(findings: readonly Diagnostic[]): string {
	const errors = findings.filter(({ severity }) => severity === 'error').length;
	const warnings = findings.length - errors;
	if (findings.length === 0) return 'nothing to mend';
	const mend = errors > 0 ? `${count(errors, 'thing')} to mend` : 'nothing to mend';
	return warnings === 0 ? mend : `${mend}, ${warnings} to think about`;
}

/** `10:42`, on the author's own clock. */
export function clock(at: Date): string {
	return at.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
}
