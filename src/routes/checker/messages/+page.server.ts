import { CODES, explanationOf, GROUP_TITLES } from '#lib/module/explanation.ts';
import { GROUPS, type Group } from '#lib/module/messages.ts';
import { requirePerson } from '#lib/server/accounts/guard.ts';

export function load({ locals }) {
	requirePerson(locals);
	const names = Object.keys(GROUPS) as Group[];
	return {
		groups: names.map((name) => ({
			name,
			title: GROUP_TITLES[name],
			messages: CODES.filter((code) => Object.hasOwn(GROUPS[name], code)).map(explanationOf)
		}))
	};
}
