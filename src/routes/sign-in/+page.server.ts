import { fail, redirect } from '@sveltejs/kit';
import { sessionCookie } from '#lib/server/accounts/cookie.ts';
import { heldFields } from '#lib/server/accounts/held-fields.ts';
import { localAddress } from '#lib/server/accounts/local-address.ts';
import { endSession, findSession } from '#lib/server/accounts/sessions.ts';
import { signIn } from '#lib/server/accounts/sign-in.ts';
import { DEMONSTRATION_PASSWORD } from '#lib/server/people/demonstration-trust.ts';
import { DEMONSTRATION_ACCOUNTS } from '#lib/server/people/demonstration.ts';
import { readForm } from '#lib/server/read-form.ts';

export function load({ locals: { person, settings }, url }) {
	const next = localAddress(url.searchParams.get('next'), settings.origin);
	const demonstration = settings.demonstration ? { accounts: DEMONSTRATION_ACCOUNTS, password: DEMONSTRATION_PASSWORD } : undefined;
	return { next, already: person?.name, everywhere: !person && url.searchParams.has('everywhere'), demonstration };
}

export const actions = {
	/** Somebody was sending a form when their session had run out: the page holds its fields while they sign in. */
	async hold({ request }) {
		return { held: heldFields(await readForm(request)) };
	},

	async signIn({ request, locals, cookies, url, getClientAddress }) {
		const form = await readForm(request);
		const username = String(form.get('username') ?? '');
		const password = String(form.get('password') ?? '');
		const held = form.has('holding') ? heldFields(form, 'held.') : undefined;
		const problem = missing(username, password);
		if (problem) return fail(400, { username, held, problem });

		const outcome = await signIn(locals.db, { username, password, address: getClientAddress() }, locals.now);
		if (outcome.kind === 'wait') {
			const minutes = outcome.minutes === 1 ? '1 minute' : `${outcome.minutes} minutes`;
			return fail(429, { username, held, problem: { field: 'username', text: `There have been too many tries. Wait ${minutes}, then try again` } });
		}
		if (outcome.kind === 'refused') {
			return fail(400, { username, held, problem: { field: 'username', text: 'The username or the password is not right. Check both and try again' } });
		}
		if (locals.sessionId) await endSession(locals.db, locals.sessionId);
		const cookie = sessionCookie(locals.settings.origin);
		cookies.set(cookie.name, outcome.token, { ...cookie.attributes, expires: outcome.expiresAt });
		const next = localAddress(url.searchParams.get('next'), locals.settings.origin);
		if (!held) redirect(303, next);
		locals.person = (await findSession(locals.db, outcome.token, locals.now))?.person;
		return { send: { to: next, fields: held } };
	}
};

function missing(username: string, password: string): { field: string; text: string } | undefined {
	if (username.trim() === '') return { field: 'username', text: 'Enter your username' };
	if (password === '') return { field: 'password', text: 'Enter your password' };
	return undefined;
}
