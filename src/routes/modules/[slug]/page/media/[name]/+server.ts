import { error } from '@sveltejs/kit';
import { showsFile } from '#lib/module/media.ts';
import { requirePerson } from '#lib/server/accounts/guard.ts';
import { fileResponse } from '#lib/server/library/file-response.ts';
import { heard } from '#lib/server/library/heard.ts';
import { versionFile } from '#lib/server/library/versions.ts';
import { standing } from '#lib/server/records/attempts.ts';

export async function GET({ locals, params, request }) {
	const found = await standing(locals.db, requirePerson(locals).id, params.slug);
	// With the words of somebody whose consent is over goes their recording.
	const isShown = found && showsFile(await heard(locals.db, found.version.module, locals.now), params.name);
	const file = isShown && (await versionFile(locals.db, found.version.hash, params.name));
	if (!file) error(404, 'Page not found');
	return fileResponse(file, request);
}
