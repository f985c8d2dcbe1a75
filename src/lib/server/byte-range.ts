/** Which bytes are asked for, both ends included; `all`, or `none` where there are no such bytes. */
export type ByteRange = { first: number; last: number } | 'all' | 'none';

/**
 * Reads the header `Range` for something of `length` bytes (RFC 9110, section 14).
 * Safari plays no video from a server that does not answer with the part it asks
 * for. Several parts at once, and other units, may be answered with all of it.
 */
export function byteRange(header: string | null, length: number): ByteRange {
	if (header === null || !/^bytes=/i.test(header) || header.includes(',')) return 'all';
	const [, from = '', to = ''] = /^bytes=\s*(\d{0,15})-(\d{0,15})\s*$/i.exec(header) ?? [];
	if (from === '' && to === '') return 'none';
	// "-500" means the last 500.
	const first = from === '' ? Math.max(0, length - Number(to)) : Number(from);
	const last = from === '' || to === '' ? length - 1 : Math.min(Number(to), length - 1);
	return first > last ? 'none' : { first, last };
}
