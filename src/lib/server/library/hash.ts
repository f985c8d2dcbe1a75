import { createHash } from 'node:crypto';

/**
 * The address of a version: SHA-256 in hexadecimal over its module's slug,
 * its text and its files, each with its length, so that no two different contents
 * run together. Two modules may have the same text, as when one starts as a copy.
 */
export function hashVersion(slug: string, text: string, files: ReadonlyMap<string, Uint8Array>): string {
	const hash = createHash('sha256');
	const add = (part: string | Uint8Array) => {
		const bytes = typeof part === 'string' ? Buffer.from(part, 'utf8') : part;
		hash.update(`${bytes.length}:`).update(bytes);
	};
	add(slug);
	add(text);
	for (const name of [...files.keys()].sort()) {
		add(name);
		add(files.get(name)!);
	}
	return hash.digest('hex');
}
