import { fail } from '@sveltejs/kit';
import { londonDate } from '#lib/module/dates.ts';
import { check } from '#lib/progress/check.ts';
import { requirePermission } from '#lib/server/accounts/guard.ts';
import { currentSource, currentVersions, filesOf } from '#lib/server/library/versions.ts';
import { withdrawnModules } from '#lib/server/library/withdrawal.ts';
import { readForm } from '#lib/server/read-form.ts';

/** What the text is called where it belongs to no module that is served. */
const NEW = 'new-module';

export async function load({ locals, url }) {
	requirePermission(locals, 'author');
	const modules = (await currentVersions(locals.db)).map(({ module: { slug, title } }) => ({ slug, title }));
	const slug = url.searchParams.get('module') ?? '';
	return { modules, withdrawn: await withdrawnModules(locals.db), slug, text: (await currentSource(locals.db, slug))?.text ?? '' };
}

export const actions = {
	/** Checks the text that somebody sends, and keeps nothing of it. */
	async check({ locals, request }) {
		requirePermission(locals, 'author');
		const form = await readForm(request);
		const slug = String(form.get('module') ?? '');
		// A browser sends a line's end as two characters, whatever it was.
		const text = String(form.get('text') ?? '').replaceAll('\r\n', '\n');
		if (text.trim() === '') return fail(400, { slug, text, missing: true });
		const source = await currentSource(locals.db, slug);
		const files = source ? await filesOf(locals.db, source.hash) : new Map();
		const found = check({ slug: source ? slug : NEW, file: 'module.md', text, files, wording: locals.wording, today: londonDate(locals.now) }).diagnostics;
		// A module that is not served has no files here, and nobody can send any: the page says so once instead.
		const diagnostics = source ? found : found.filter(({ code }) => code !== 'file-not-found');
		return { slug, text, diagnostics, withFiles: source !== undefined };
	}
};
