import { fail, redirect } from '@sveltejs/kit';
import { requirePerson } from '#lib/server/accounts/guard.ts';
import { detailsOf, LONGEST_EMAIL, LONGEST_NAME, readDetails, saveDetails, showUnseen } from '#lib/server/people/own-details.ts';
import { readForm } from '#lib/server/read-form.ts';

export async function load({ locals, url }) {
	const { id } = requirePerson(locals);
	return {
		details: await detailsOf(locals.db, id),
		longest: { name: LONGEST_NAME, email: LONGEST_EMAIL },
		saved: url.searchParams.has('saved')
	};
}

export const actions = {
	async save({ locals, request }) {
		const { id } = requirePerson(locals);
		const form = await readForm(request);
		const given = { name: String(form.get('name') ?? ''), email: String(form.get('email') ?? '') };
		const base = String(form.get('base') ?? '');
		const typed = showUnseen(given);
		const { details, problems } = readDetails(given);
		if (problems.length > 0) return fail(400, { typed, base, problems });
		const outcome = await saveDetails(locals.db, id, { details, base }, locals.now);
		if (outcome.kind === 'overtaken') {
			const { name, email, base } = outcome.theirs;
			return fail(409, { typed, base, theirs: { name, email } });
		}
		redirect(303, '/my-record/details?saved');
	}
};
