import { roleName } from '#lib/module/peer-roles.ts';
import { versionTitle } from '../known-module.ts';
import { at, healthMark, words, type RecordItem } from '../record-item.ts';

const PAID = { yes: 'Everybody was paid', some: 'Some were paid', no: 'Nobody was paid' };

/** What somebody signed off or withdrew, in which roles they may, and what they wrote down. */
export const PEERS: RecordItem[] = [
	{
		id: 'peer-roles',
		section: 'peers',
		title: 'Peer roles in which you may sign off modules',
		purpose: 'To ask you, and nobody else, whether you agree to a module.',
		seenBy: 'You, the peer lead, and people who run the server. No manager, and nobody by the pages of this site.',
		kept: 'For as long as you may sign off.',
		covers: ['peer_role_holder.person_id'],
		async read(db, personId) {
			const rows = await db.selectFrom('peer_role_holder').select('role').where('person_id', '=', personId).orderBy('role').execute();
			return rows.map(({ role }) => [...words('Peer role', roleName(role)), ...healthMark(true)]);
		}
	},
	{
		id: 'sign-offs',
		section: 'peers',
		title: 'Modules that you signed off',
		purpose: 'To show that peers have agreed to a module before it is no longer called a draft.',
		seenBy: 'Everybody who can sign in sees the role and the day, and not you. With few people in a role, colleagues may guess. Whose it is can be seen by you and by people who run the server.',
		kept: 'For good. It stays when you leave or change role. One that was withdrawn is marked.',
		covers: ['sign_off.person_id', 'sign_off.record', 'sign_off_withdrawal.sign_off'],
		async read(db, personId) {
			const rows = await db
				.selectFrom('sign_off')
				.leftJoin('sign_off_withdrawal', 'sign_off_withdrawal.sign_off', 'sign_off.id')
				.selectAll('sign_off')
				.select(['sign_off_withdrawal.at as withdrawn_at', 'sign_off_withdrawal.person_id as withdrawn_by', 'sign_off_withdrawal.reason'])
				.where('sign_off.person_id', '=', personId)
				.orderBy('sign_off.id')
				.execute();
			return Promise.all(
				rows.map(async (row) => [
					...words('Module', await versionTitle(db, row.version)),
					...words('Version', row.version),
					...words('In the role', roleName(row.role)),
					...at('Signed', row.at),
					...words('Agrees to record number', row.record),
					...at('Withdrawn', row.withdrawn_at),
					...words('Withdrawn by', row.withdrawn_by === null ? undefined : row.withdrawn_by === personId ? 'You' : 'The peer lead'),
					...words('Reason', row.reason),
					...healthMark(true)
				])
			);
		}
	},
	{
		id: 'withdrawals',
		section: 'peers',
		title: 'Sign-offs that you withdrew',
		purpose: 'To make a module a draft again, and say why.',
		seenBy: 'Everybody who can sign in sees the day and the reason, and not you.',
		kept: 'For good.',
		covers: ['sign_off_withdrawal.person_id'],
		async read(db, personId) {
			const rows = await db
				.selectFrom('sign_off_withdrawal')
				.innerJoin('sign_off', 'sign_off.id', 'sign_off_withdrawal.sign_off')
				.select(['sign_off.version', 'sign_off_withdrawal.at', 'sign_off_withdrawal.reason'])
				.where('sign_off_withdrawal.person_id', '=', personId)
				.orderBy('sign_off_withdrawal.at')
				.execute();
			return Promise.all(rows.map(async (row) => [...words('Module', await versionTitle(db, row.version)), ...words('Version', row.version), ...at('Withdrawn', row.at), ...words('Reason', row.reason)]));
		}
	},
	{
		id: 'coproduction-records',
		section: 'peers',
		title: 'What you wrote down of how modules were made',
		purpose: 'To say who took part in making a module, in roles and never in names.',
		seenBy: 'Everybody who can sign in sees what you wrote, and not that it was you. People who run the server can see that.',
		kept: 'For good, beside the version.',
		covers: ['coproduction_record.written_by'],
		async read(db, personId) {
			const rows = await db.selectFrom('coproduction_record').selectAll().where('written_by', '=', personId).orderBy('id').execute();
			return Promise.all(
				rows.map(async (row) => [
					...words('Record number', row.id),
					...words('Module', await versionTitle(db, row.version)),
					...words('Version', row.version),
					...at('Written', row.written_at),
					...words('Peer roles', (JSON.parse(row.roles) as string[]).map(roleName).join('; ')),
					...words('Others', row.other_roles),
					...words('What changed because of them', row.changes),
					...words('Paid', PAID[row.paid]),
					...words('About pay', row.paid_note),
					...words('Not agreed', row.not_agreed)
				])
			);
		}
	}
];
