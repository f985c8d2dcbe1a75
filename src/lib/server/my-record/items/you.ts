import { at, words, wordsOrNone, type RecordItem } from '../record-item.ts';

const STATES = { invited: 'Invited: you have not chosen a password yet', active: 'You can sign in', suspended: 'You cannot sign in for now', left: 'You have left' };

const PERMISSIONS = {
	author: 'Write modules, and write down how they were made',
	learning: 'Make packages for other learning systems, and fill in local details',
	'sensitive-lists': 'See who is in groups that say something about health',
	administrator: 'Look after this site'
};

const SERVER = 'people who run the server';

/** Who somebody is here, and what they may do. */
export const YOU: RecordItem[] = [
	{
		id: 'details',
		section: 'you',
		title: 'Your details',
		purpose: 'To know who you are when you sign in, and to put your name on your certificates.',
		seenBy: `You, and ${SERVER}. Your name is also shown to whoever has a link that you made to a certificate, and to people who look after local details and packages, beside what you did there.`,
		kept: 'For as long as you have an account, and until your trust deletes it.',
		covers: ['person.id', 'person.username', 'person.email', 'person.team_id', 'session.person_id'],
		async read(db, personId) {
			const person = await db
				.selectFrom('person')
				.leftJoin('team', 'team.id', 'person.team_id')
				.leftJoin('directorate', 'directorate.id', 'team.directorate_id')
				.selectAll('person')
				.select(['team.name as team', 'directorate.name as directorate'])
				.where('person.id', '=', personId)
				.executeTakeFirstOrThrow();
			return [
				[
					...words('Name', person.name),
					...words('Username', person.username),
					...wordsOrNone('Email address', person.email),
					...wordsOrNone('Team', person.team),
					...words('Directorate', person.directorate),
					...words('Account', STATES[person.state]),
					...at('Account made', person.created_at),
					...wordsOrNone('Password', person.password_hash && 'A scrambled form is stored. Nobody can turn it back, and it is not given out', 'None is stored'),
					...words('Your number inside the site', person.id)
				]
			];
		}
	},
	{
		id: 'name-changes',
		section: 'you',
		title: 'Names that you changed',
		purpose: 'To say on your certificates that you wrote your name yourself, and when. It keeps anybody from showing a certificate in the name of somebody else.',
		seenBy: `You, and ${SERVER}. Whoever is shown a certificate sees the day of your last change, and no name that you had before.`,
		kept: 'For good. Nobody can change it.',
		covers: ['name_change.person_id'],
		async read(db, personId) {
			const rows = await db.selectFrom('name_change').selectAll().where('person_id', '=', personId).orderBy('id').execute();
			return rows.map((row) => [...at('Changed', row.at), ...words('Name before', row.name_before), ...words('Name after', row.name_after)]);
		}
	},
	{
		id: 'permissions',
		section: 'you',
		title: 'What you may do here besides training',
		purpose: 'To decide which pages and buttons you get. A permission says what you may do, and not what you are.',
		seenBy: `You, and ${SERVER}.`,
		kept: 'Until it is taken back.',
		covers: ['permission.person_id'],
		async read(db, personId) {
			const rows = await db.selectFrom('permission').select('name').where('person_id', '=', personId).orderBy('name').execute();
			return rows.map(({ name }) => words('Permission', PERMISSIONS[name]));
		}
	},
	{
		id: 'teams-managed',
		section: 'you',
		title: 'Teams that you manage',
		purpose: 'To know who leads which team.',
		seenBy: `You, and ${SERVER}.`,
		kept: 'Until another manager is written down.',
		covers: ['team.manager_id'],
		async read(db, personId) {
			const rows = await db.selectFrom('team').select('name').where('manager_id', '=', personId).orderBy('name').execute();
			return rows.map(({ name }) => words('Team', name));
		}
	}
];
