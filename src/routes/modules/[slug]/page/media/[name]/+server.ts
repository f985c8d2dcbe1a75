import { error } from '@sveltejs/kit';
import { showsFile } from '#lib/module/media.ts';
import { requirePerson } from '#lib/server/accounts/guard.ts';
import { byteRange } from '#lib/server/byte-range.ts';
import { heard } from '#lib/server/library/heard.ts';
import { versionFile } from '#lib/server/library/versions.ts';
import { standing } from '#lib/server/records/attempts.ts';

export async function GET({ locals, params, request }) {
	const found = await standing(locals.db, requirePerson(locals).id, params.slug);
	// With the words of somebody whose consent is over goes their recording.
	const isShown = found && showsFile(await heard(locals.db, found.version.module, locals.now), params.name);
	const file = isShown && (await versionFile(locals.db, found.version.hash, params.name));
	if (!file) error(404, 'Page not found');
	const { length } = file.bytes;
	// `If-Range` compares with a mark that we never gave, so whoever sends it gets all.
	const range = byteRange(request.headers.has('if-range') ? null : request.headers.get('range'), length);
	if (range === 'none') return new Response(null, { status: 416, headers: { 'content-range': `bytes */${length}` } });
	const { first, last } = range === 'all' ? { first: 0, last: length - 1 } : range;
	return new Response(file.bytes.subarray(first, last + 1), {
		status: range === 'all' ? 200 : 206,
		headers: {
			'content-type': file.type,
			'content-length': String(last + 1 - first),
			'accept-ranges': 'bytes',
			...(range === 'all' ? {} : { 'content-range': `bytes ${first}-${last}/${length}` })
		}
	});
}
