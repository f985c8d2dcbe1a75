import { sessionsOf } from '../../accounts/sessions.ts';
import { failuresOf } from '../../accounts/throttle.ts';
import { at, words, type RecordItem } from '../record-item.ts';

/** What is kept so that somebody can sign in and nobody else can as them, and what the site notes. */
export const SIGNING_IN: RecordItem[] = [
	{
		id: 'sessions',
		section: 'signing',
		title: 'Where you are signed in',
		purpose: 'To keep you signed in. We do not store which browser, computer or place it is.',
		seenBy: 'You, and people who run the server.',
		kept: 'Until you sign out or it runs out: 2 days after you last used it, and at most 7 days. It may stand here for a while after that, and is worth nothing then.',
		covers: ['session.person_id', 'session.id'],
		async read(db, personId) {
			return (await sessionsOf(db, personId)).map(({ startedAt, renewedAt, endsAt }) => [
				...at('Signed in', startedAt.toISOString()),
				...at('Last renewed', renewedAt.toISOString()),
				...at('Runs out', endsAt.toISOString()),
				...words('Its key', 'A scrambled form is stored, and it is not given out')
			]);
		}
	},
	{
		id: 'sign-in-failures',
		section: 'signing',
		title: 'Sign-ins that failed',
		purpose: 'To make whoever guesses your password wait. What is stored is a scrambled form of your username, one of the network address, and one of both. People who run the server could find them out.',
		seenBy: 'You, and people who run the server.',
		kept: 'For 15 minutes. It is deleted when somebody tries to sign in after that.',
		covers: ['sign_in_failure.subject'],
		async read(db, personId) {
			const { username } = await db.selectFrom('person').select('username').where('id', '=', personId).executeTakeFirstOrThrow();
			return (await failuresOf(db, username)).map((when) => at('A sign-in with your username failed', when));
		}
	},
	{
		id: 'notes',
		section: 'signing',
		title: 'What the site noted that you did',
		purpose: 'To be able to find out later who changed something. That you signed off a module is noted without your name.',
		seenBy: 'You, and people who run the server.',
		kept: 'Until your trust deletes it. Nobody can change it.',
		covers: ['audit_entry.person_id', 'audit_entry.subject'],
		async read(db, personId) {
			const rows = await db.selectFrom('audit_entry').selectAll().where('person_id', '=', personId).orderBy('id').execute();
			return rows.map((row) => [...at('When', row.at), ...words('What', row.action), ...words('Of', row.subject)]);
		}
	}
];
