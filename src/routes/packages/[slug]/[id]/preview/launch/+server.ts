import { START_PAGE } from '#lib/server/previews/frame.ts';
import { previewed } from '#lib/server/previews/previewed.ts';
import { forgetState, openPreview } from '#lib/server/previews/previews.ts';
import { readForm } from '#lib/server/read-form.ts';

/** Gives the address that the package is played from for the next 20 hours; with `afresh`, as if for the first time. */
export async function POST({ locals, params, request }) {
	const { preview } = await previewed(locals, params);
	const form = await readForm(request);
	if (form.get('afresh') === 'yes') await forgetState(locals.db, preview);
	const token = await openPreview(locals.db, preview, locals.now);
	return Response.json({ address: `/preview/${token}/${START_PAGE}` });
}
