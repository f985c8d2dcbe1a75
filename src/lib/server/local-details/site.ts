import type { NamedDetail, Place } from './named.ts';

const HELP: Place = { title: 'Help', href: '/help' };
const ACCESSIBILITY: Place = { title: 'Accessibility statement', href: '/accessibility' };
const PROBLEM: Place = { title: 'Report a problem without signing in', href: '/report-a-problem/without-signing-in' };
const PRIVACY: Place = { title: 'Privacy notice', href: '/privacy' };

/** How people who cannot sign in reach whoever can help. */
export const PROBLEM_CONTACT = 'problem-contact';

/** What the site's own pages ask the trust for. Anybody can read it, also who is not signed in. */
export const SITE_ENTRIES = [
	{
		name: PROBLEM_CONTACT,
		title: 'Problem contact',
		request: '<p>Say who helps people who cannot sign in to this site, and how to reach them. Anybody can read this, also without signing in.</p>',
		places: [PROBLEM]
	},
	{
		name: 'training-team',
		title: 'The learning and development team',
		request: '<p>Say how to reach the team that looks after this training, and how soon they answer. People ask them about the site, and for the training on paper or in another format. Anybody can read this.</p>',
		places: [HELP, ACCESSIBILITY]
	},
	{
		name: 'data-protection',
		title: 'Data protection',
		request: '<p>Say who the data protection officer is, by role, and how to reach them. Anybody can read this.</p>',
		places: [PRIVACY]
	},
	{
		name: 'lawful-basis',
		title: 'Why the trust may hold this',
		request: '<p>Say on which legal basis the trust holds training records, and what people in a peer role can tell from it about their health information. The data protection officer decides this. Anybody can read it.</p>',
		places: [PRIVACY]
	},
	{
		name: 'how-long-kept',
		title: 'How long records are kept',
		request: '<p>Say how long the trust keeps training records, and where that is written down. Anybody can read this.</p>',
		places: [PRIVACY]
	}
] as const satisfies (Omit<NamedDetail, 'requests'> & { request: string; places: Place[] })[];
