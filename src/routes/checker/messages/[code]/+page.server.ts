import { error } from '@sveltejs/kit';
import { explanationOf, isCode } from '#lib/module/explanation.ts';
import { requirePerson } from '#lib/server/accounts/guard.ts';

export function load({ locals, params }) {
	requirePerson(locals);
	if (!isCode(params.code)) error(404, 'Page not found');
	return explanationOf(params.code);
}
