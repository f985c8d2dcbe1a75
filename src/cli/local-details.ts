import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { compileLocalText } from '#lib/module/local-text.ts';
import type { LocalDetails } from '#lib/module/local-text.ts';
import { CannotRun } from './cannot-run.ts';

/** Reads `local-details.yaml`: one `name: text` an entry, the text in Markdown. */
export async function readLocalDetails(file: string): Promise<LocalDetails> {
	let entries: unknown;
	try {
		entries = parse(await readFile(file, 'utf8'), { maxAliasCount: 0 });
	} catch (error) {
		throw new CannotRun(`${file} cannot be read: ${(error as Error).message}`);
	}
	if (entries === null || typeof entries !== 'object' || Array.isArray(entries)) {
		throw new CannotRun(`${file} must hold lines of "name: text".`);
	}
	return Object.fromEntries(
		Object.entries(entries).map(([name, text]) => {
			if (typeof text !== 'string') throw new CannotRun(`${file}: "${name}" must be text.`);
			const { html, diagnostics } = compileLocalText(name, text);
			const [mistake] = diagnostics;
			if (mistake) throw new CannotRun(`${file}: "${name}", line ${mistake.line}: ${mistake.problem} ${mistake.advice}`);
			return [name, html];
		})
	);
}
