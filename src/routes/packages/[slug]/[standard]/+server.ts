import { error, redirect } from '@sveltejs/kit';
import { isSensitive } from '#lib/module/audiences.ts';
import { mediaOf } from '#lib/module/media.ts';
import { makeOptions } from '#lib/package/options.ts';
import { makePackage, packageName } from '#lib/package/package.ts';
import { STANDARDS } from '#lib/package/standards.ts';
import { requirePermission } from '#lib/server/accounts/guard.ts';
import { heard } from '#lib/server/library/heard.ts';
import { localDetails } from '#lib/server/library/local-details.ts';
import { currentVersion, versionFiles } from '#lib/server/library/versions.ts';
import { readForm } from '#lib/server/read-form.ts';
import { contributorsOf, signOffState } from '#lib/server/sign-off/state.ts';

/** Whoever comes here by a link, as from the sign-in page, finds the button that makes the package. */
export function GET({ params }) {
	redirect(303, `/packages/${encodeURIComponent(params.slug)}`);
}

export async function POST({ locals, params, request }) {
	requirePermission(locals, 'learning');
	const standard = STANDARDS.find((name) => name === params.standard);
	const version = standard && (await currentVersion(locals.db, params.slug));
	if (!version) error(404, 'Page not found');
	const form = await readForm(request);
	const { hash } = version;
	const module = await heard(locals.db, version.module, locals.now);
	if (isSensitive(module.audience) && form.get('confirm') !== 'yes') redirect(303, `/packages/${params.slug}?unconfirmed`);
	const made = makeOptions(module, { standard });
	if (made.kind === 'refused') throw new Error(made.problems.map(({ problem }) => problem).join(' '));
	const [files, details, { signedOff }, contributors] = await Promise.all([
		versionFiles(locals.db, hash),
		localDetails(locals.db),
		signOffState(locals.db, version),
		contributorsOf(locals.db, version)
	]);
	const bytes = makePackage({ module, version: hash, media: mediaOf(module, files), details, draft: !signedOff, contributors, options: made.options });
	const name = packageName(module, hash, standard);
	return new Response(new Uint8Array(bytes), { headers: { 'content-type': 'application/zip', 'content-disposition': `attachment; filename="${name}"` } });
}
