import { fail, redirect } from '@sveltejs/kit';
import { sessionCookie } from '#lib/server/accounts/cookie.ts';
import { heldForm, keepHeld, openHeld, sealHeld } from '#lib/server/accounts/held-form.ts';
import { localAddress } from '#lib/server/accounts/local-address.ts';
import { endSession, findSession } from '#lib/server/accounts/sessions.ts';
import { newSignInForm, useSignInForm } from '#lib/server/accounts/sign-in-form.ts';
import { signIn } from '#lib/server/accounts/sign-in.ts';
import { DEMONSTRATION_PASSWORD } from '#lib/server/people/demonstration-trust.ts';
import { DEMONSTRATION_ACCOUNTS } from '#lib/server/people/demonstration.ts';
import { readForm } from '#lib/server/read-form.ts';

export async function load({ locals: { db, now, person, settings }, url }) {
	const next = localAddress(url.searchParams.get('next'), settings.origin);
	const demonstration = settings.demonstration ? { accounts: DEMONSTRATION_ACCOUNTS, password: DEMONSTRATION_PASSWORD } : undefined;
	const { searchParams } = url;
	return {
		next,
		already: person?.name,
		everywhere: !person && searchParams.has('everywhere'),
		lost: searchParams.has('lost'),
		/** Another one each time: a form that has been sent signs nobody in. */
		token: await newSignInForm(db, now),
		demonstration
	};
}

export const actions = {
	/** Somebody was sending a form when their session had run out: the page holds it while they sign in. */
	async hold({ request, locals, url }) {
		const to = localAddress(url.searchParams.get('next'), locals.settings.origin);
		const form = heldForm(await readForm(request), to);
		return form ? { held: await sealHeld(locals.db, form) } : { lost: true };
	},

	async signIn({ request, locals, cookies, url, getClientAddress }) {
		const { db, now } = locals;
		const form = await readForm(request);
		const username = String(form.get('username') ?? '');
		const password = String(form.get('password') ?? '');
		const sealed = String(form.get('held') ?? '');
		const opened = await openHeld(db, sealed);
		const held = opened && sealed;

		const use = await useSignInForm(db, String(form.get('token') ?? ''), now);
		// Whoever goes back and reloads is perhaps not whoever typed this, so the username is not shown again.
		if (use === 'used') return fail(400, { held, again: true });
		if (use === 'old') return fail(400, { username, held, problem: { field: 'password', text: 'This page was too old to sign you in. Type your password again' } });
		const problem = missing(username, password);
		if (problem) return fail(400, { username, held, problem });

		const outcome = await signIn(db, { username, password, address: getClientAddress() }, now);
		if (outcome.kind === 'wait') {
			const minutes = outcome.minutes === 1 ? '1 minute' : `${outcome.minutes} minutes`;
			return fail(429, { username, held, problem: { field: 'username', text: `There have been too many tries. Wait ${minutes}, then try again` } });
		}
		if (outcome.kind === 'refused') {
			return fail(400, { username, held, problem: { field: 'username', text: 'The username or the password is not right. Check both and try again' } });
		}
		if (locals.sessionId) await endSession(db, locals.sessionId);
		const cookie = sessionCookie(locals.settings.origin);
		cookies.set(cookie.name, outcome.token, { ...cookie.attributes, expires: outcome.expiresAt });
		// Never a page as the answer: going back to it would send the password again.
		if (!opened) redirect(303, localAddress(url.searchParams.get('next'), locals.settings.origin));
		const found = await findSession(db, outcome.token, now);
		if (found?.person.id !== opened.reader) redirect(303, '/sign-in/held?others');
		await keepHeld(db, outcome.token, opened, now);
		redirect(303, '/sign-in/held');
	}
};

function missing(username: string, password: string): { field: string; text: string } | undefined {
	if (username.trim() === '') return { field: 'username', text: 'Enter your username' };
	if (password === '') return { field: 'password', text: 'Enter your password' };
	return undefined;
}
