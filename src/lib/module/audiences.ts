/** A named group that modules are for. */
export interface Audience {
	name: string;
	/**
	 * Whether being in it says something about a person's health, as a peer role
	 * does: it requires lived experience of mental health problems.
	 */
	sensitive: boolean;
}

/** The groups that every trust has. */
export const AUDIENCES: Readonly<Record<string, Audience>> = {
	'all-staff': { name: 'All staff', sensitive: false },
	'staff-of-peer-teams': { name: 'Staff of teams with a peer role', sensitive: false },
	'managers-of-peers': { name: 'Managers of teams with a peer role', sensitive: false },
	peers: { name: 'Peer workers', sensitive: true },
	'experienced-peers': { name: 'Experienced peer workers', sensitive: true }
};

/** Whether `audience` is sensitive. One that is not known here is, since the other mistake could out somebody. */
export function isSensitive(audience: string): boolean {
	return !Object.hasOwn(AUDIENCES, audience) || AUDIENCES[audience]!.sensitive;
}
