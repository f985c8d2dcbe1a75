import { createHash, randomBytes } from 'node:crypto';

/** A new token: 128 bits, so that nobody comes upon one by trying. */
export function newToken(): string {
	return randomBytes(16).toString('base64url');
}

/** Whether a text is 128 bits as `newToken` writes them: the same bits can be written in another way too, which is no other token. */
export function isToken(text: string): boolean {
	const bytes = Buffer.from(text, 'base64url');
	return bytes.length === 16 && bytes.toString('base64url') === text;
}

/** What is stored of a token, in hex: whoever reads it does not have the token. */
export function hashToken(token: string): string {
	return createHash('sha256').update(token).digest('hex');
}
