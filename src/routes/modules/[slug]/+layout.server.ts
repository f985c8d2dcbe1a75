import { isSensitive } from '#lib/module/audiences.ts';
import { currentVersion } from '#lib/server/library/versions.ts';

/** Where leaving quickly leads, on the pages of modules for sensitive audiences, whoever reads them. */
export async function load({ locals, params }) {
	const { leaveQuickly } = locals.settings;
	const version = leaveQuickly ? await currentVersion(locals.db, params.slug) : undefined;
	return { leaveQuickly: version && isSensitive(version.module.audience) ? leaveQuickly : undefined };
}
