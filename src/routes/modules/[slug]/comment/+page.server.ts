import { error, fail, redirect } from '@sveltejs/kit';
import { countSending } from '#lib/server/accounts/flood.ts';
import { requirePerson } from '#lib/server/accounts/guard.ts';
import { may } from '#lib/server/accounts/permissions.ts';
import { FEWEST_PEOPLE, giveComment } from '#lib/server/comments/give.ts';
import { LONGEST_ANSWER, readSaid } from '#lib/server/comments/typed.ts';
import { readForm } from '#lib/server/read-form.ts';
import { standing } from '#lib/server/records/attempts.ts';
import { newToken } from '#lib/server/tokens.ts';

export async function load({ locals, params, url }) {
	const found = await standing(locals.db, requirePerson(locals).id, params.slug);
	if (!found) error(404, 'Page not found');
	if (!found.completion) redirect(303, `/modules/${params.slug}`);
	return {
		slug: params.slug,
		title: found.version.module.title,
		lang: found.version.module.lang,
		token: newToken(),
		longest: LONGEST_ANSWER.toLocaleString('en-GB'),
		people: FEWEST_PEOPLE,
		sent: url.searchParams.has('sent')
	};
}

export const actions = {
	/** Takes what was said, unless something is to mend in it or may name a person. */
	async send({ locals, params, request }) {
		const person = requirePerson(locals);
		const found = await standing(locals.db, person.id, params.slug);
		if (!found) error(404, 'Page not found');
		if (!found.completion) error(403, 'You can say what you think when you have completed this module');
		const form = await readForm(request);
		const { said, problems, names } = readSaid(form);
		const token = String(form.get('token') ?? '');
		if (problems.length > 0) return fail(400, { said, problems, token });
		if (names.length > 0 && form.get('asItIs') !== 'yes') return { said, names, token };
		const minutes = countSending('comment', person.id, locals.now);
		if (minutes > 0) return fail(429, { said, wait: minutes, token });
		const giving = { module: params.slug, version: found.completion.version, personId: person.id, reads: may(person, 'author'), token };
		const given = await giveComment(locals.db, giving, said, locals.now);
		if (given === 'no-form') return fail(400, { said, outdated: true, token: newToken() });
		redirect(303, `/modules/${params.slug}/comment?sent`);
	},

	/** Goes back to the form with what was typed. */
	async change({ locals, request }) {
		requirePerson(locals);
		const form = await readForm(request);
		return { said: readSaid(form).said, token: String(form.get('token') ?? '') };
	}
};
