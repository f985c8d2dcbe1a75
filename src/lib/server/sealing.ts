import type { Kysely } from 'kysely';
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { Schema } from './database/schema.ts';

const START = 12;
const TAG = 16;

/** The site's own key, the same for every process and after every start. */
export async function formKey(db: Kysely<Schema>): Promise<Uint8Array> {
	const { bytes } = await db.selectFrom('form_key').select('bytes').executeTakeFirstOrThrow();
	return bytes;
}

/**
 * `value` as a text that says nothing without `key`, and is another one each time
 * (AES-256-GCM). One sealed for a purpose is worth nothing for any other.
 */
export function seal(key: Uint8Array, purpose: string, value: unknown): string {
	const start = randomBytes(START);
	const cipher = createCipheriv('aes-256-gcm', key, start).setAAD(Buffer.from(purpose));
	const sealed = Buffer.concat([cipher.update(JSON.stringify(value), 'utf8'), cipher.final()]);
	return Buffer.concat([start, cipher.getAuthTag(), sealed]).toString('base64url');
}

/** What `seal` was given with the same key and purpose; undefined for any other text, also for the same bytes in another writing. */
export function unseal(key: Uint8Array, purpose: string, text: string): unknown {
	const bytes = Buffer.from(text, 'base64url');
	if (bytes.length < START + TAG || bytes.toString('base64url') !== text) return undefined;
	const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, START), { authTagLength: TAG }).setAAD(Buffer.from(purpose));
	decipher.setAuthTag(bytes.subarray(START, START + TAG));
	try {
		return JSON.parse(Buffer.concat([decipher.update(bytes.subarray(START + TAG)), decipher.final()]).toString('utf8'));
	} catch {
		return undefined;
	}
}
