import { byteRange } from '../byte-range.ts';

/** A file as it is sent. */
export interface SentFile {
	type: string;
	bytes: Uint8Array<ArrayBuffer>;
}

/** The answer to a request for a file of a version or of a package, or for a part of it. */
export function fileResponse({ type, bytes }: SentFile, request: Request, headers: Record<string, string> = {}): Response {
	const { length } = bytes;
	// `If-Range` compares with a mark that we never gave, so whoever sends it gets all.
	const range = byteRange(request.headers.has('if-range') ? null : request.headers.get('range'), length);
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
