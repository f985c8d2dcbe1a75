import { error, fail, redirect } from '@sveltejs/kit';
import { requirePerson } from '#lib/server/accounts/guard.ts';
import { readForm } from '#lib/server/read-form.ts';
import { certificateOf, endLink, linkOf, linkToken, makeLink, type Certificate } from '#lib/server/records/certificates.ts';
import { newToken } from '#lib/server/tokens.ts';
import { validUntil } from '#lib/server/requirements/valid-until.ts';

export async function load({ locals, params }) {
	const own = await ownCertificate(locals, params.id);
	const [until, link] = await Promise.all([validUntil(locals.db, requirePerson(locals).id, own, locals.now), linkOf(locals.db, own.completion)]);
	// What the page is given can be read in it: the id counts everybody's completions.
	const { completion: _, ...certificate } = own;
	return {
		certificate,
		validUntil: until,
		link,
		/** For the next form, so that sending it twice makes one link. */
		token: newToken()
	};
}

export const actions = {
	async link({ locals, params, request }) {
		const { completion, sensitive } = await ownCertificate(locals, params.id);
		const form = await readForm(request);
		const token = await linkToken(locals.db, completion, String(form.get('token') ?? ''));
		const confirmed = form.get('confirm') === 'yes';
		if (sensitive && !confirmed) return fail(400, { problem: 'unconfirmed' as const });
		const made = await makeLink(locals.db, completion, { token, showsSensitive: sensitive && confirmed }, locals.now);
		if (made === 'used') return fail(409, { problem: 'used' as const });
		// A page and no redirect, since we do not keep the link. The form has nothing of it: sent again, it makes the same
		// link known to its holder, and nothing to anybody else.
		return { address: `${locals.settings.origin}/verify/${token}` };
	},

	async off({ locals, params }) {
		const { completion, number } = await ownCertificate(locals, params.id);
		await endLink(locals.db, completion, locals.now);
		redirect(303, `/certificates/${number}`);
	}
};

/** The certificate at an address. Everybody's are counted from 1: no address leads to anybody else's. */
async function ownCertificate(locals: App.Locals, id: string): Promise<Certificate> {
	const person = requirePerson(locals);
	const certificate = /^[1-9]\d{0,14}$/.test(id) ? await certificateOf(locals.db, person.id, Number(id)) : undefined;
	if (!certificate) error(404, 'Page not found');
	return certificate;
}
