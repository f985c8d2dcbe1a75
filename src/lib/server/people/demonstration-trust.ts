import type { Permission } from '../accounts/permissions.ts';

// Nobody and nothing here is real, and every name says so: a screenshot of the
// demonstration must not be taken for records of staff.

/** The name of the trust that the demonstration shows. */
export const DEMONSTRATION_TRUST = 'Demonstration Trust (fictional)';

/** The password of every account of the demonstration. It is printed and shown on the sign-in page. */
export const DEMONSTRATION_PASSWORD = 'demonstration';

/** One of the demonstration's invented people. */
export interface DemonstrationPerson {
	id: string;
	username: string;
	name: string;
	/** What can be seen with this account, for whoever chooses one. */
	shows: string;
	team: string;
	audiences: string[];
	permissions?: Permission[];
	/** The peer roles in which they may sign off. */
	peerRoles?: string[];
	manages?: string;
}

export const DIRECTORATES = [
	{ id: 'demo-community', name: 'Demo community services' },
	{ id: 'demo-inpatient', name: 'Demo inpatient services' }
];

export const TEAMS = [
	{ id: 'demo-community-team', name: 'Demo community team', directorate_id: 'demo-community' },
	{ id: 'demo-training-team', name: 'Demo training and involvement team', directorate_id: 'demo-community' },
	{ id: 'demo-ward-a', name: 'Demo ward A', directorate_id: 'demo-inpatient' },
	{ id: 'demo-ward-b', name: 'Demo ward B', directorate_id: 'demo-inpatient' }
];

export const PEOPLE: DemonstrationPerson[] = [
	{
		id: 'demo-nurse',
		username: 'nurse',
		name: 'Demo nurse',
		shows: 'the training of a member of staff, in a team with a peer role',
		team: 'demo-ward-a',
		audiences: ['all-staff', 'staff-of-peer-teams']
	},
	{
		id: 'demo-doctor',
		username: 'doctor',
		name: 'Demo doctor',
		shows: 'the training of a member of staff in another team',
		team: 'demo-community-team',
		audiences: ['all-staff']
	},
	{
		id: 'demo-receptionist',
		username: 'receptionist',
		name: 'Demo receptionist',
		shows: 'the training of a member of staff who is new and has done nothing yet',
		team: 'demo-ward-b',
		audiences: ['all-staff']
	},
	{
		id: 'demo-peer',
		username: 'peer',
		name: 'Demo peer worker',
		shows: 'the training of a peer worker, who may sign off modules',
		team: 'demo-ward-a',
		audiences: ['all-staff', 'peers'],
		peerRoles: ['peer-support-worker']
	},
	{
		id: 'demo-experienced-peer',
		username: 'experienced-peer',
		name: 'Demo experienced peer worker',
		shows: 'the training of a peer worker who has been here for some years, and has two peer roles',
		team: 'demo-community-team',
		audiences: ['all-staff', 'peers', 'experienced-peers'],
		peerRoles: ['peer-support-worker', 'peer-trainer']
	},
	{
		id: 'demo-manager',
		username: 'manager',
		name: 'Demo ward manager',
		shows: 'the training of a manager with one team',
		team: 'demo-ward-a',
		audiences: ['all-staff', 'managers-of-peers'],
		manages: 'demo-ward-a'
	},
	{
		id: 'demo-author',
		username: 'author',
		name: 'Demo peer trainer',
		shows: 'the training of a peer trainer, who may write modules and sign them off',
		team: 'demo-training-team',
		audiences: ['all-staff', 'peers'],
		permissions: ['author'],
		peerRoles: ['peer-trainer']
	},
	{
		id: 'demo-peer-lead',
		username: 'peer-lead',
		name: 'Demo peer lead',
		shows: 'the training of the peer lead, who may see the lists of peer workers',
		team: 'demo-training-team',
		audiences: ['all-staff', 'peers'],
		permissions: ['sensitive-lists'],
		peerRoles: ['peer-lead']
	},
	{
		id: 'demo-learning',
		username: 'learning',
		name: 'Demo learning and development lead',
		shows: 'learning and development: packages for other learning systems',
		team: 'demo-training-team',
		audiences: ['all-staff'],
		permissions: ['learning']
	},
	{
		id: 'demo-administrator',
		username: 'administrator',
		name: 'Demo administrator',
		shows: 'the training of the administrator',
		team: 'demo-community-team',
		audiences: ['all-staff'],
		permissions: ['administrator']
	}
];

/** What the trust has filled in for a local detail. */
interface DemonstrationDetail {
	text: string;
	keptBy: string;
	/** How many days before the demonstration was made somebody checked it; absent where nobody has. */
	checkedDaysAgo?: number;
}

/**
 * What the trust has filled in. `role-guides` and `reasonable-adjustments` are
 * left out on purpose, so that a gap can be seen; so is the day on which
 * `safeguarding-route` was checked, and `limits-of-the-role` was checked too long ago.
 */
export const LOCAL_DETAILS: Record<string, DemonstrationDetail> = {
	'peer-roles-here': {
		text: 'Demonstration: peer support workers on Demo ward A and in the Demo community team, and peer trainers in the training team.',
		keptBy: 'Demo peer lead',
		checkedDaysAgo: 20
	},
	'paid-time': {
		text: 'Demonstration: this training is paid working time, also before your first day.',
		keptBy: 'Demo learning and development lead',
		checkedDaysAgo: 20
	},
	'limits-of-the-role': {
		text: 'Demonstration: peer workers here do not diagnose, give medicines or persuade people to take them, act as care coordinator, or take part in restraint.',
		keptBy: 'Demo peer lead',
		checkedDaysAgo: 430
	},
	'who-to-ask-about-peer-roles': {
		text: 'Demonstration: ask the Demo peer lead, or your own manager.',
		keptBy: 'Demo peer lead',
		checkedDaysAgo: 20
	},
	'safeguarding-route': {
		text: 'Demonstration: tell the person in charge of the shift first, then the Demo safeguarding team. If somebody is in danger now, call 999.',
		keptBy: 'Demo safeguarding lead'
	},
	'staff-support': {
		text: 'Demonstration: the Demo staff support service listens in private. You can use it before your first day.',
		keptBy: 'Demo staff support service',
		checkedDaysAgo: 90
	},
	'supervision-and-reflective-practice': {
		text: 'Demonstration: supervision every 2 weeks with the Demo peer lead, and reflective practice for everybody on the first Tuesday of the month. If it has not been arranged, tell the Demo peer lead.',
		keptBy: 'Demo peer lead',
		checkedDaysAgo: 90
	},
	'peer-lead': {
		text: 'Demonstration: the Demo peer lead. When they are away, ask the Demo peer trainer.',
		keptBy: 'Demo learning and development lead',
		checkedDaysAgo: 20
	},
	'urgent-help': {
		text: 'Demonstration: call 999 if a life is at risk. For urgent help with mental health, call 111 and choose the mental health option.',
		keptBy: 'Demo safeguarding lead',
		checkedDaysAgo: 20
	}
};
