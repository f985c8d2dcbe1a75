import { error } from '@sveltejs/kit';
import { requirePermission } from '../accounts/guard.ts';
import { findPackage, type MadePackage } from '../packages/packages.ts';
import type { Preview } from './previews.ts';

/** The package that a request is about, and the preview that whoever asks has of it; an error where there is none, or where it is not for them. */
export async function previewed(locals: App.Locals, params: { slug: string; id: string }): Promise<{ made: MadePackage; preview: Preview }> {
	const { id: personId } = requirePermission(locals, 'learning');
	const made = /^[1-9]\d{0,14}$/.test(params.id) ? await findPackage(locals.db, params.slug, Number(params.id)) : undefined;
	if (!made) error(404, 'Page not found');
	return { made, preview: { personId, packageId: made.id } };
}
