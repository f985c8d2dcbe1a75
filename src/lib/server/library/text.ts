/** The text of `bytes`, or a NUL, which the compiler reports, where they are not UTF-8. */
export function decodeText(bytes: Uint8Array): string {
	try {
		return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
	} catch {
		return '\0';
	}
}
