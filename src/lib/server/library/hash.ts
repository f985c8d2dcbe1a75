import { createHash } from 'node:crypto';

/**
 * The address of a version: SHA-256 in hexadecimal over its text and its files,
 * each with its length, so that no two different contents run together.
 */
export function hashVersion(text: string, files: ReadonlyMap<string, Uint8Array>): string {
	const hash = createHash('sha256');
	const add = (part: string | Uint8Array) => {
		const bytes = typeof part === 'string' ? Buffer.from(part, 'utf8') : part;
		hash.update(`${bytes.length}:`).update(bytes);
	};
	add(text);
	for (const name of [...files.keys()].sort()) {
		add(name);
		add(files.get(name)!);
	}
	return hash.digest('hex');
}
