import { readFile } from 'node:fs/promises';
import { compileLocalText } from '#lib/module/local-text.ts';
import type { LocalDetails } from '#lib/module/local-text.ts';
import { decodeText } from '#lib/server/library/text.ts';
import { readDetailsFile } from '#lib/server/local-details/file.ts';
import { CannotRun } from './cannot-run.ts';

/** Reads `local-details.yaml`, as it is written by hand or comes from the site; what has no text is not filled in. */
export async function readLocalDetails(file: string): Promise<LocalDetails> {
	const bytes = await readFile(file).catch((error: Error) => {
		throw new CannotRun(`${file} cannot be read: ${error.message}`);
	});
	const { entries, problems: [problem] } = readDetailsFile(decodeText(bytes), new Date());
	if (problem) throw new CannotRun(`${file} cannot be read. Line ${problem.line}: ${problem.words}`);
	return Object.fromEntries(entries.flatMap(({ name, text }) => (text ? [[name, compileLocalText(name, text).html]] : [])));
}
