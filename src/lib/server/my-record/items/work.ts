import { knownModule } from '../known-module.ts';
import { at, on, words, type RecordItem } from '../record-item.ts';

const HOW = { saved: 'Saved', checked: 'Checked: no change', 'put-back': 'An earlier text put back', imported: 'Brought in from a file', removed: 'Deleted' };
const BUILD = { waiting: 'Waiting', running: 'Being made', made: 'Made', failed: 'Not made' };
const LEARNING = 'People with the permission "learning" see your name beside it. So can people who run the server.';

/** What somebody did here for others, which is kept with their name. */
export const WORK: RecordItem[] = [
	{
		id: 'local-details',
		section: 'work',
		title: 'Local details that you changed',
		purpose: 'To be able to ask somebody why a text was changed.',
		seenBy: 'People who look after local details see your name in the history of each.',
		kept: 'For good, so that whoever relied on a text can be told that it is gone.',
		covers: ['local_detail_change.person_id'],
		async read(db, personId) {
			const rows = await db.selectFrom('local_detail_change').selectAll().where('person_id', '=', personId).orderBy('id').execute();
			return rows.map((row) => [
				...words('Entry', row.name),
				...words('What you did', HOW[row.how]),
				...at('When', row.at),
				...words('Text before', row.text_before),
				...words('Text after', row.text_after),
				...words('Kept by, before', row.kept_by_before),
				...words('Kept by, after', row.kept_by_after),
				...on('Checked on, before', row.checked_on_before),
				...on('Checked on, after', row.checked_on_after)
			]);
		}
	},
	{
		id: 'packages',
		section: 'work',
		title: 'Packages that you made',
		purpose: 'To be able to ask somebody what a package was made for.',
		seenBy: LEARNING,
		kept: 'As long as the package. The last 5 of each module are kept.',
		covers: ['package.made_by'],
		async read(db, personId) {
			const rows = await db.selectFrom('package').select(['id', 'module', 'version', 'made_at', 'options']).where('made_by', '=', personId).orderBy('id').execute();
			return Promise.all(
				rows.map(async (row) => [
					...words('Package number', row.id),
					...words('Module', (await knownModule(db, row.module, row.version)).title),
					...words('Version', row.version),
					...at('Made', row.made_at),
					...words('Options', row.options)
				])
			);
		}
	},
	{
		id: 'package-requests',
		section: 'work',
		title: 'Packages that you asked for',
		purpose: 'To make packages one after the other, and say what came of each.',
		seenBy: LEARNING,
		kept: 'Until your trust deletes it.',
		covers: ['package_build.asked_by', 'package_build.package_id'],
		async read(db, personId) {
			const rows = await db.selectFrom('package_build').selectAll().where('asked_by', '=', personId).orderBy('id').execute();
			return Promise.all(
				rows.map(async (row) => [
					...words('Module', (await knownModule(db, row.module)).title),
					...words('What you chose', row.asked),
					...at('Asked', row.asked_at),
					...words('What came of it', BUILD[row.state]),
					...words('Problem', row.problem),
					...words('Package number', row.package_id)
				])
			);
		}
	},
	{
		id: 'previews',
		section: 'work',
		title: 'Packages that you tried out',
		purpose: 'To let you go on where you were in a preview.',
		seenBy: 'You, and people who run the server.',
		kept: 'The address works for 20 hours. How far you were is kept for 30 days, or until the package is deleted.',
		covers: ['preview_token.person_id', 'preview_token.package_id', 'preview_state.person_id', 'preview_state.package_id'],
		async read(db, personId) {
			const tokens = await db.selectFrom('preview_token').select(['package_id', 'expires_at']).where('person_id', '=', personId).orderBy('expires_at').execute();
			const states = await db.selectFrom('preview_state').selectAll().where('person_id', '=', personId).orderBy('package_id').execute();
			return [
				...tokens.map((row) => [
					...words('Address of a preview', 'A scrambled form is stored, and it is not given out'),
					...words('Package number', row.package_id),
					...at('Works until', row.expires_at)
				]),
				...states.map((row) => [...words('Package number', row.package_id), ...words('What the preview kept', row.saved), ...at('Saved', row.saved_at)])
			];
		}
	},
	{
		id: 'decisions',
		section: 'work',
		title: 'What you decided for others',
		purpose: 'To be able to ask somebody why a person need not do something. Whom you decided it for is in that person\'s record and not in yours.',
		seenBy: 'You, and people who run the server.',
		kept: 'For good, as the decision itself.',
		covers: ['exemption.given_by', 'exemption_withdrawal.person_id'],
		async read(db, personId) {
			const given = await db.selectFrom('exemption').select(['id', 'given_at']).where('given_by', '=', personId).orderBy('id').execute();
			const ended = await db.selectFrom('exemption_withdrawal').select(['exemption', 'at']).where('person_id', '=', personId).orderBy('exemption').execute();
			return [
				...given.map(({ id, given_at }) => [...words('Exemption number', id), ...at('You wrote it down', given_at)]),
				...ended.map(({ exemption, at: when }) => [...words('Exemption number', exemption), ...at('You ended it early', when)])
			];
		}
	}
];
