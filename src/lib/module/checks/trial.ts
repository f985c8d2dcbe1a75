import { compileModule } from '../compile.ts';
import type { Diagnostic } from '../diagnostic.ts';
import { outline } from '../outline.ts';
import { passagesOf, type Passage } from './passages.ts';
import type { Wording } from './wording.ts';

const HEAD = ['---', 'title: T', 'summary: S', 'audience: all-staff', 'stage: ongoing', 'minutes: 5', 'outcomes:', '  - a', 'sources:', '  - b', '---', ''];

export interface Found {
	code: string;
	/** The very words of the file that the finding points at. */
	at: string;
	problem: string;
	diagnostic: Diagnostic;
}

/** For tests: what the checks say of pages, each with the words that it points at. */
export function findings(body: string, { lang = 'en-GB', wording }: { lang?: string; wording?: Wording } = {}): Found[] {
	const text = [HEAD[0], `lang: ${lang}`, ...HEAD.slice(1)].join('\n') + body;
	const lines = text.split('\n');
	return compileModule({ slug: 'a-module', file: 'module.md', text, files: new Map(), wording }).diagnostics.map((diagnostic) => {
		const { code, line, column, length, problem } = diagnostic;
		const at = column === undefined ? '' : lines[line - 1]!.slice(column - 1, column - 1 + (length ?? 0));
		return { code, at, problem, diagnostic };
	});
}

/** For tests: of one code, the words that each finding points at. */
export function placesOf(code: string, body: string, options?: Parameters<typeof findings>[1]): string[] {
	return findings(body, options).filter((found) => found.code === code).map(({ at }) => at);
}

/** For tests: the passages of pages that start on line 1. */
export function passages(body: string): Passage[] {
	const lines = body.split('\n');
	return passagesOf(outline(lines, 1, () => {}), lines, 0);
}
