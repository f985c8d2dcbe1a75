import { readSwitches } from '#lib/lms/switches.ts';
import { fileResponse } from '#lib/server/library/file-response.ts';
import { readPackage } from '#lib/server/packages/packages.ts';
import { fileIn, frameHeaders, START_PAGE, withLms } from '#lib/server/previews/frame.ts';
import { findPreview, savedState } from '#lib/server/previews/previews.ts';

/** A file of a package, for whoever knows the token. Whose session there is does not come into it. */
export async function GET({ locals: { db, settings, now }, params, request, url }) {
	const headers = frameHeaders(settings.origin, params.token);
	const preview = await findPreview(db, params.token, now);
	const read = preview && (await readPackage(db, preview.module, preview.packageId));
	const file = read?.kind === 'whole' ? fileIn(read.bytes, params.path) : undefined;
	if (!preview || !read || !file) return new Response('There is no such file, or the preview is over. Open the preview again.', { status: 404, headers: { ...headers, 'content-type': 'text/plain' } });
	if (params.path !== START_PAGE) return fileResponse(file, request, headers);
	const launch = { ...readSwitches(url.searchParams), saved: await savedState(db, preview), page: settings.origin };
	return fileResponse(withLms(file, read.made.options.standard, launch), request, headers);
}
