import { fail, redirect } from '@sveltejs/kit';
import { changePassword, SHORTEST_PASSWORD, type PasswordChanged } from '#lib/server/accounts/change-password.ts';
import { sessionCookie } from '#lib/server/accounts/cookie.ts';
import { requirePerson } from '#lib/server/accounts/guard.ts';
import type { Guessable } from '#lib/server/accounts/guessable.ts';
import { LONGEST_PASSWORD } from '#lib/server/accounts/passwords.ts';
import { readForm } from '#lib/server/read-form.ts';

export function load({ locals, url }) {
	const { username } = requirePerson(locals);
	return { username, shortest: SHORTEST_PASSWORD, changed: url.searchParams.has('changed') };
}

export const actions = {
	async change({ locals, request, cookies, getClientAddress }) {
		const { id } = requirePerson(locals);
		const form = await readForm(request);
		const current = String(form.get('current') ?? '');
		const next = String(form.get('next') ?? '');
		const again = String(form.get('again') ?? '');
		if (current === '') return fail(400, { problem: { field: 'current', text: 'Enter the password that you have now' } });
		const outcome = await changePassword(locals.db, id, { current, next, again, address: getClientAddress() }, locals.now);
		if (outcome.kind === 'wait') return fail(429, { problem: problemOf(outcome) });
		if (outcome.kind !== 'changed') return fail(400, { problem: problemOf(outcome) });
		const cookie = sessionCookie(locals.settings.origin);
		cookies.set(cookie.name, outcome.token, { ...cookie.attributes, expires: outcome.expiresAt });
		redirect(303, '/my-record/password?changed');
	}
};

const GUESSABLE: Record<Guessable, string> = {
	username: 'Your new password has your username in it',
	common: 'Your new password has "password" or "123456" in it, as many do',
	row: 'Your new password has letters or numbers in a row, like "qwerty" or "abcdef"',
	repeats: 'Your new password has the same few characters again and again'
};

/** What is wrong, and how to mend it. */
function problemOf(outcome: Exclude<PasswordChanged, { kind: 'changed' }>): { field: 'current' | 'next' | 'again'; text: string } {
	switch (outcome.kind) {
		case 'wait':
			return { field: 'current', text: `There have been too many tries. Wait ${outcome.minutes === 1 ? '1 minute' : `${outcome.minutes} minutes`}, then try again` };
		case 'refused':
			return { field: 'current', text: 'The password that you have now is not right. Type it again' };
		case 'too-short':
			return { field: 'next', text: `Make your new password ${SHORTEST_PASSWORD} characters or longer` };
		case 'too-long':
			return { field: 'next', text: `Make your new password ${LONGEST_PASSWORD} characters or shorter` };
		case 'guessable':
			return { field: 'next', text: `${GUESSABLE[outcome.why]}, so it is easy to guess. Three words that do not belong together are better` };
		case 'differs':
			return { field: 'again', text: 'The two new passwords are not the same. Type the new password again in both boxes' };
		case 'same':
			return { field: 'next', text: 'Choose a new password that is not the one you have now' };
	}
}
