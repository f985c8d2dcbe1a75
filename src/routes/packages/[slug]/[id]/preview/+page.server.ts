import { isScorm, STANDARD_NAMES } from '#lib/package/standards.ts';
import { findVersion } from '#lib/server/library/versions.ts';
import { previewed } from '#lib/server/previews/previewed.ts';

export async function load({ locals, params }) {
	const { made } = await previewed(locals, params);
	const { module } = (await findVersion(locals.db, made.version))!;
	return {
		wide: true,
		module: { title: module.title, pages: module.pages.map(({ id }) => id) },
		fileName: made.fileName,
		standard: STANDARD_NAMES[made.options.standard],
		reports: isScorm(made.options.standard),
		esr: made.options.standard === 'scorm-1.2'
	};
}
