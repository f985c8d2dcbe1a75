import { error, redirect } from '@sveltejs/kit';
import { findPage } from '#lib/progress/attempt.ts';
import { requirePerson } from '#lib/server/accounts/guard.ts';
import { readForm } from '#lib/server/read-form.ts';
import { keepPlace, standing } from '#lib/server/records/attempts.ts';

export async function load({ locals, params, url }) {
	const { id: reader } = requirePerson(locals);
	const found = await standing(locals.db, reader, params.slug);
	if (!found) error(404, 'Page not found');
	const page = findPage(found.version.module, url.searchParams.get('page') ?? '')?.id;
	return { slug: params.slug, page, reader };
}

export const actions = {
	/** That somebody paused is kept nowhere; the page that they were on is, where they were not there anyway. */
	async leave({ request, locals, params }) {
		const { id } = requirePerson(locals);
		const form = await readForm(request);
		// Whoever has signed in since the page was opened keeps a place of their own.
		if (form.get('reader') === id) await keepPlace(locals.db, id, params.slug, String(form.get('page') ?? ''), locals.now);
		redirect(303, '/');
	}
};
