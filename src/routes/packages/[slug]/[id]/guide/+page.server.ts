import { error, redirect } from '@sveltejs/kit';
import { isSensitive } from '#lib/module/audiences.ts';
import { importGuide, lastSteps } from '#lib/package/import-steps.ts';
import { PROFILE } from '#lib/package/profiles.ts';
import { isScorm, STANDARD_NAMES } from '#lib/package/standards.ts';
import { keepOf } from '#lib/progress/encoding.ts';
import { requirePermission } from '#lib/server/accounts/guard.ts';
import { findVersion } from '#lib/server/library/versions.ts';
import { packageAt } from '#lib/server/packages/address.ts';
import { claimsTooMuch } from '#lib/server/packages/claims.ts';

export async function load({ locals, params }) {
	requirePermission(locals, 'learning');
	const { made } = await packageAt(locals.db, params);
	// What is not handed out needs no guide; its page says why.
	if (await claimsTooMuch(locals.db, made)) redirect(303, `/packages/${made.module}/${made.id}`);
	const version = await findVersion(locals.db, made.version);
	if (!version) error(404, 'Page not found');
	const { module } = version;
	const { options, ingredients: _, checks: __, ...facts } = made;
	return {
		title: module.title,
		made: facts,
		system: PROFILE[options.profile].name,
		standard: STANDARD_NAMES[options.standard],
		reportsToSystem: isScorm(options.standard),
		reportsAnswers: options.reportAnswers,
		guide: importGuide(options),
		last: lastSteps(options),
		sensitive: isSensitive(module.audience),
		keep: keepOf(module)
	};
}
