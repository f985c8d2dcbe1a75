/** The local details that a module shows of "Get support", in its order. */
export const SUPPORT_ENTRIES = [
	{ name: 'urgent-help', title: 'Urgent help' },
	{ name: 'staff-support', title: 'Staff support' },
	{ name: 'supervision-and-reflective-practice', title: 'Supervision and reflective practice' },
	{ name: 'peer-lead', title: 'The peer lead' },
	{ name: 'who-to-ask-about-peer-roles', title: 'Questions about peer roles' }
] as const;
