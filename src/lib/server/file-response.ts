import { byteRange } from './byte-range.ts';

/** A file as it is sent. */
export interface SentFile {
	type: string;
	bytes: Uint8Array<ArrayBuffer>;
}

/** Answers `request` with a file, or with the part of it that is asked for. */
export function fileResponse({ headers: asked }: Request, { type, bytes }: SentFile, headers: Record<string, string> = {}): Response {
	const { length } = bytes;
	// `If-Range` compares with a mark that we never gave, so whoever sends it gets all.
	const range = byteRange(asked.has('if-range') ? null : asked.get('range'), length);
	if (range === 'none') return new Response(null, { status: 416, headers: { ...headers, 'content-range': `bytes */${length}` } });
	const { first, last } = range === 'all' ? { first: 0, last: length - 1 } : range;
	return new Response(bytes.subarray(first, last + 1), {
		status: range === 'all' ? 200 : 206,
		headers: {
			...headers,
			'content-type': type,
			'content-length': String(last + 1 - first),
			'accept-ranges': 'bytes',
			...(range === 'all' ? {} : { 'content-range': `bytes ${first}-${last}/${length}` })
		}
	});
}
