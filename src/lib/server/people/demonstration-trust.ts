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
	/** How many days before the demonstration was made they started; fewer than none where they have yet to. */
	startedDaysAgo: number;
	/** What they have completed, by how many days before. */
	completed?: [module: string, daysAgo: number][];
	/** A module that they are in the middle of. */
	begun?: string;
	/** A module that they need not do, why, and for how many more days. */
	exempt?: { module: string; reason: string; days: number };
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
		shows: 'the training of a member of staff with something due soon, in a team with a peer role',
		team: 'demo-ward-a',
		audiences: ['all-staff', 'staff-of-peer-teams'],
		startedDaysAgo: 20
	},
	{
		id: 'demo-doctor',
		username: 'doctor',
		name: 'Demo doctor',
		shows: 'the training of a member of staff for whom a date has passed',
		team: 'demo-community-team',
		audiences: ['all-staff'],
		startedDaysAgo: 45
	},
	{
		id: 'demo-receptionist',
		username: 'receptionist',
		name: 'Demo receptionist',
		shows: 'the training of a member of staff who is new and has done nothing yet',
		team: 'demo-ward-b',
		audiences: ['all-staff'],
		startedDaysAgo: 1
	},
	{
		id: 'demo-peer',
		username: 'peer',
		name: 'Demo peer worker',
		shows: 'the training of a peer worker before their first day, who may sign off modules',
		team: 'demo-ward-a',
		audiences: ['all-staff', 'peers'],
		startedDaysAgo: -7,
		peerRoles: ['peer-support-worker']
	},
	{
		id: 'demo-experienced-peer',
		username: 'experienced-peer',
		name: 'Demo experienced peer worker',
		shows: 'the training of a peer worker who has been here for some years, and has two peer roles',
		team: 'demo-community-team',
		audiences: ['all-staff', 'peers', 'experienced-peers'],
		startedDaysAgo: 60,
		completed: [
			['finding-your-way', 400],
			['joining-a-busy-team', 400],
			['managing-triggers', 395],
			['boundaries-sharing-safeguarding', 390],
			['peer-emotional-labour', 330],
			['four-month-check-in', 280]
		],
		peerRoles: ['peer-support-worker', 'peer-trainer']
	},
	{
		id: 'demo-manager',
		username: 'manager',
		name: 'Demo ward manager',
		shows: 'the training of a manager with one team, who is in the middle of a module',
		team: 'demo-ward-a',
		audiences: ['all-staff', 'managers-of-peers'],
		startedDaysAgo: 10,
		begun: 'team-readiness',
		manages: 'demo-ward-a'
	},
	{
		id: 'demo-author',
		username: 'author',
		name: 'Demo peer trainer',
		shows: 'the training of a peer trainer, who may write modules and sign them off',
		team: 'demo-training-team',
		audiences: ['all-staff', 'peers'],
		startedDaysAgo: 10,
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
		startedDaysAgo: 10,
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
		startedDaysAgo: 10,
		permissions: ['learning']
	},
	{
		id: 'demo-administrator',
		username: 'administrator',
		name: 'Demo administrator',
		shows: 'the training of the administrator',
		team: 'demo-community-team',
		audiences: ['all-staff'],
		startedDaysAgo: 10,
		permissions: ['administrator']
	},
	{
		id: 'demo-psychologist',
		username: 'psychologist',
		name: 'Demo psychologist',
		shows: 'the training of a member of staff who has done everything, and has renewed it by the short update',
		team: 'demo-community-team',
		audiences: ['all-staff'],
		startedDaysAgo: 800,
		completed: [
			['working-alongside-peers', 780],
			['power-labels-and-language', 760],
			['trauma-informed-recovery', 755],
			['peer-roles-update', 430],
			['peer-roles-update', 80]
		]
	},
	{
		id: 'demo-pharmacist',
		username: 'pharmacist',
		name: 'Demo pharmacist',
		shows: 'the training of a member of staff for whom a renewal is due soon, and who need not do one module for now',
		team: 'demo-ward-b',
		audiences: ['all-staff'],
		startedDaysAgo: 360,
		completed: [
			['working-alongside-peers', 350],
			['trauma-informed-recovery', 300]
		],
		exempt: { module: 'power-labels-and-language', reason: 'Demonstration: a day of training on this subject is booked.', days: 60 }
	}
];

/** What is asked of an audience. */
interface DemonstrationRequirement {
	audience: string;
	module: string;
	withinDays: number;
	renewMonths?: number;
	/** What renews it in place of the whole of it. */
	instead?: string;
}

/** Before the role is within 0 days: by the first of them. */
export const REQUIREMENTS: DemonstrationRequirement[] = [
	{ audience: 'all-staff', module: 'working-alongside-peers', withinDays: 30, renewMonths: 12, instead: 'peer-roles-update' },
	{ audience: 'all-staff', module: 'power-labels-and-language', withinDays: 90, renewMonths: 36 },
	{ audience: 'all-staff', module: 'trauma-informed-recovery', withinDays: 90, renewMonths: 36 },
	{ audience: 'staff-of-peer-teams', module: 'supporting-peer-colleagues', withinDays: 90, renewMonths: 36 },
	{ audience: 'managers-of-peers', module: 'team-readiness', withinDays: 30 },
	{ audience: 'managers-of-peers', module: 'supervising-peer-workers', withinDays: 30, renewMonths: 12 },
	{ audience: 'managers-of-peers', module: 'recovery-absence-and-cover', withinDays: 90 },
	{ audience: 'peers', module: 'finding-your-way', withinDays: 0 },
	{ audience: 'peers', module: 'joining-a-busy-team', withinDays: 0 },
	{ audience: 'peers', module: 'managing-triggers', withinDays: 0 },
	{ audience: 'peers', module: 'boundaries-sharing-safeguarding', withinDays: 0 },
	{ audience: 'peers', module: 'peer-emotional-labour', withinDays: 90 },
	{ audience: 'peers', module: 'four-month-check-in', withinDays: 150 },
	{ audience: 'experienced-peers', module: 'growing-in-your-role', withinDays: 90 }
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
		text: '- **Run by:** the Demo peer lead\n- **How to reach it:** ask in person, or write to the Demo peer lead\n- **Is it private:** yes, unless somebody is in danger\n\nDemonstration: ask the Demo peer lead, or your own manager.',
		keptBy: 'Demo peer lead',
		checkedDaysAgo: 20
	},
	'safeguarding-route': {
		text: 'Demonstration: tell the person in charge of the shift first, then the Demo safeguarding team. If somebody is in danger now, call 999.',
		keptBy: 'Demo safeguarding lead'
	},
	'staff-support': {
		text: '- **Run by:** the Demo staff support service\n- **How to reach it:** in the demonstration, nowhere: here stands its phone number and when it is open\n- **Is it private:** yes, your manager is not told that you asked\n\nDemonstration: the Demo staff support service listens in private. You can use it before your first day.',
		keptBy: 'Demo staff support service',
		checkedDaysAgo: 90
	},
	'supervision-and-reflective-practice': {
		text: '- **Run by:** the Demo peer lead\n- **How to reach it:** ask the Demo peer lead\n- **Is it private:** yes, unless somebody is in danger\n\nDemonstration: supervision every 2 weeks with the Demo peer lead, and reflective practice for everybody on the first Tuesday of the month. If it has not been arranged, tell the Demo peer lead.',
		keptBy: 'Demo peer lead',
		checkedDaysAgo: 90
	},
	'peer-lead': {
		text: '- **Run by:** the Demo peer lead\n- **How to reach it:** in the Demo training room, Mondays and Thursdays\n\nDemonstration: the Demo peer lead. When they are away, ask the Demo peer trainer.',
		keptBy: 'Demo learning and development lead',
		checkedDaysAgo: 20
	},
	'problem-contact': {
		text: 'Demonstration: tell the Demo learning and development team, or ring the Demo IT help desk.',
		keptBy: 'Demo learning and development lead',
		checkedDaysAgo: 20
	},
	'urgent-help': {
		text: '- **Run by:** NHS 111 and the emergency services\n- **How to reach it:** call [999](tel:999) or [111](tel:111)\n- **Is it private:** yes, unless somebody is in danger\n\nDemonstration: call 999 if a life is at risk. For urgent help with mental health, call 111 and choose the mental health option.',
		keptBy: 'Demo safeguarding lead',
		checkedDaysAgo: 20
	},
	'peer-network': {
		text: '- **Run by:** two Demo peer trainers\n- **How to reach it:** the first Thursday of the month, in the Demo training room or by phone\n- **Is it private:** yes, what is said there stays there unless somebody is in danger\n\nDemonstration: the time is paid, also for people without a contract.',
		keptBy: 'Demo peer trainer',
		checkedDaysAgo: 20
	},
	'speaking-up-routes': {
		text: 'Demonstration: independent first.\n\n- the Demo independent peer contact, who reports to nobody in your line of management\n- the Demo Freedom to Speak Up guardian, who reports to the board\n- your union, which reports to its members\n- your supervisor or the Demo peer lead, who are in your line of management',
		keptBy: 'Demo Freedom to Speak Up guardian',
		checkedDaysAgo: 90
	},
	entitlements: {
		text: 'Demonstration: people in every peer role may do all the modules in paid time, with a session for each, and have supervision every 2 weeks. Ask your manager; an answer comes within 10 working days. After a no, the Demo peer lead looks at it again.',
		keptBy: 'Demo peer lead',
		checkedDaysAgo: 20
	},
	'entitlements-peer-support-worker': {
		text: 'Demonstration: one hour a week for training in the first 3 months, in your rota.',
		keptBy: 'Demo peer lead',
		checkedDaysAgo: 20
	},
	'entitlements-peer-trainer': {
		text: 'Demonstration: paid time to prepare each session, and supervision of your own.',
		keptBy: 'Demo peer lead',
		checkedDaysAgo: 20
	},
	'lawful-basis': {
		text: 'Demonstration: the Demo data protection officer writes here why the trust may hold training records, and what it says of information about health.',
		keptBy: 'Demo data protection officer',
		checkedDaysAgo: 20
	},
	'how-long-kept': {
		text: 'Demonstration: for as long as the Demo records policy says.',
		keptBy: 'Demo data protection officer',
		checkedDaysAgo: 20
	},
	'training-team': {
		text: 'Demonstration: ask the Demo learning and development team. They answer within 2 working days.',
		keptBy: 'Demo learning and development lead',
		checkedDaysAgo: 20
	},
	'data-protection': {
		text: 'Demonstration: ask the Demo data protection officer.',
		keptBy: 'Demo data protection officer',
		checkedDaysAgo: 20
	}
};
