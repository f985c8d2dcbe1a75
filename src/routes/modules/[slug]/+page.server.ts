import { error, redirect } from '@sveltejs/kit';
import { isSensitive } from '#lib/module/audiences.ts';
import { requirePerson } from '#lib/server/accounts/guard.ts';
import { standing, start } from '#lib/server/records/attempts.ts';

export async function load({ locals, params }) {
	const found = await standing(locals.db, requirePerson(locals).id, params.slug);
	if (!found) error(404, 'Page not found');
	const { version, attempt, completion } = found;
	const { pages, ...module } = version.module;
	return {
		module,
		pages: pages.map(({ id, title }) => ({ id, title, done: attempt?.done.includes(id) ?? false })),
		here: attempt?.here,
		completedAt: completion?.completedAt,
		sensitive: isSensitive(module.audience),
		version: version.hash
	};
}

export const actions = {
	async start({ locals, params }) {
		const attempt = await start(locals.db, requirePerson(locals).id, params.slug, locals.now);
		if (!attempt) error(404, 'Page not found');
		redirect(303, `/modules/${params.slug}/page/${attempt.here}`);
	}
};
