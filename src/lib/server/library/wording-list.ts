import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readWording, type Wording } from '#lib/module/checks/wording.ts';
import type { Diagnostic } from '#lib/module/diagnostic.ts';
import { decodeText } from './text.ts';

/** The trust's list of wording in a folder of modules, where there is one, and what is to mend in it. */
export async function readWordingIn(modules: string): Promise<{ wording?: Wording; diagnostics: Diagnostic[]; text: string }> {
	const file = join(modules, 'wording.yaml');
	const bytes = await readFile(file).catch(() => undefined);
	const text = bytes ? decodeText(bytes) : '';
	return { ...(bytes ? readWording(text, file) : { diagnostics: [] }), text };
}
