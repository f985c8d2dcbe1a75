import { requirePermission } from '../accounts/guard.ts';
import { factsAt } from '../packages/address.ts';
import type { MadePackage } from '../packages/packages.ts';
import type { Preview } from './previews.ts';

/** The package that a request is about, and the preview that whoever asks has of it; an error where there is none, or where it is not for them. */
export async function previewed(locals: App.Locals, params: { slug: string; id: string }): Promise<{ made: MadePackage; preview: Preview }> {
	const { id: personId } = requirePermission(locals, 'learning');
	const made = await factsAt(locals.db, params);
	return { made, preview: { personId, packageId: made.id } };
}
