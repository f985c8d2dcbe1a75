import { error } from '@sveltejs/kit';
import { showsFile } from '#lib/module/media.ts';
import { requirePerson } from '#lib/server/accounts/guard.ts';
import { fileResponse } from '#lib/server/library/file-response.ts';
import { heard } from '#lib/server/library/heard.ts';
import { versionOf } from '#lib/server/library/history.ts';
import { versionFile } from '#lib/server/library/versions.ts';

export async function GET({ locals, params, request }) {
	requirePerson(locals);
	const version = await versionOf(locals.db, params.slug, params.hash);
	const isShown = version && showsFile(await heard(locals.db, version.module, locals.now), params.name);
	const file = isShown && (await versionFile(locals.db, version.hash, params.name));
	if (!file) error(404, 'Page not found');
	return fileResponse(file, request);
}
