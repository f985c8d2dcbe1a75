/**
 * The roles whose agreement makes a version signed off, by the names that the
 * role guides give them. Each requires lived experience and uses it, so that
 * being in one says something about a person's health.
 */
export const PEER_ROLES: Readonly<Record<string, string>> = {
	'peer-support-worker': 'peer support worker',
	'peer-trainer': 'peer trainer',
	'expert-by-experience': 'expert by experience',
	'peer-lead': 'peer lead'
};

/** Whether there is a peer role of this name. */
export function isPeerRole(role: string): boolean {
	return Object.hasOwn(PEER_ROLES, role);
}

/** `peer trainer`, for `peer-trainer`; also for one that has left the list since. */
export function roleName(role: string): string {
	return isPeerRole(role) ? PEER_ROLES[role]! : role.replaceAll('-', ' ');
}

/** `a peer trainer`, for `peer-trainer`. */
export function roleInWords(role: string): string {
	const name = roleName(role);
	return `${/^[aeiou]/.test(name) ? 'an' : 'a'} ${name}`;
}

/** `a peer support worker and a peer trainer`, in the order of the roles' list. */
export function rolesInWords(roles: Iterable<string>): string {
	const order = Object.keys(PEER_ROLES);
	const sorted = [...new Set(roles)].sort((one, other) => order.indexOf(one) - order.indexOf(other));
	return LIST.format(sorted.map(roleInWords));
}

const LIST = new Intl.ListFormat('en-GB', { type: 'conjunction' });
