import { error } from '@sveltejs/kit';
import { requirePerson } from '#lib/server/accounts/guard.ts';
import { versionFile } from '#lib/server/library/versions.ts';
import { standing } from '#lib/server/records/attempts.ts';

export async function GET({ locals, params }) {
	const found = await standing(locals.db, requirePerson(locals).id, params.slug);
	const file = found && (await versionFile(locals.db, found.version.hash, params.name));
	if (!file) error(404, 'Page not found');
	return new Response(file.bytes, { headers: { 'content-type': file.type } });
}
