import { error } from '@sveltejs/kit';
import { requirePerson } from '#lib/server/accounts/guard.ts';
import { heard } from '#lib/server/library/heard.ts';
import { versionOf } from '#lib/server/library/history.ts';
import { localDetails } from '#lib/server/library/local-details.ts';
import { signOffState } from '#lib/server/sign-off/state.ts';

export async function load({ locals, params }) {
	requirePerson(locals);
	const version = await versionOf(locals.db, params.slug, params.hash);
	if (!version) error(404, 'Page not found');
	const [module, details, { signedOff, agreed }] = await Promise.all([
		heard(locals.db, version.module, locals.now),
		localDetails(locals.db),
		signOffState(locals.db, version)
	]);
	return { module, details, hash: version.hash, publishedAt: new Date(version.publishedAt), agreed: signedOff ? agreed : undefined };
}
