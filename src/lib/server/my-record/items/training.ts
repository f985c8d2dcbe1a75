import { isSensitive } from '#lib/module/audiences.ts';
import { ownNumbers } from '../../records/completions.ts';
import { attemptFacts } from '../attempt-facts.ts';
import { knownModule } from '../known-module.ts';
import { at, healthMark, on, where, words, type RecordItem } from '../record-item.ts';

const SOURCES = { site: 'Completed here', package: 'Completed in another learning system', recorded: 'Recorded here from evidence', imported: 'Brought here from other records' };

/** One that says something about health is seen by few; any other one is no secret. */
const SENSITIVE_TOO = 'People who run the server. Whatever is for peer workers is also seen by the peer lead and the named people who may see those lists, and by no manager.';

/** What is asked of somebody, and what they have done. */
export const TRAINING: RecordItem[] = [
	{
		id: 'groups',
		section: 'training',
		title: 'Groups that training is for',
		purpose: 'To know which training is asked of you, and from which day.',
		seenBy: `You. ${SENSITIVE_TOO}`,
		kept: 'For as long as you are in the group.',
		covers: ['audience_member.person_id'],
		async read(db, personId) {
			const rows = await db
				.selectFrom('audience_member')
				.innerJoin('audience', 'audience.slug', 'audience_member.audience')
				.select(['audience.name', 'audience.slug', 'audience.sensitive', 'audience_member.since'])
				.where('audience_member.person_id', '=', personId)
				.orderBy('audience.name')
				.execute();
			return rows.map(({ name, slug, sensitive, since }) => [
				...words('Group', name),
				...words('Its short name', slug),
				...on('Your first day in it', since),
				...healthMark(sensitive === 1)
			]);
		}
	},
	{
		id: 'exemptions',
		section: 'training',
		title: 'What you do not have to do',
		purpose: 'To leave out what you need not do, with the reason that somebody wrote down.',
		seenBy: `You. ${SENSITIVE_TOO}`,
		kept: 'For good, so that what was due on a day can still be told. One that ended early is marked, not deleted.',
		covers: ['exemption.person_id', 'exemption.given_by', 'exemption_withdrawal.exemption'],
		async read(db, personId) {
			const rows = await db
				.selectFrom('exemption')
				.innerJoin('requirement', 'requirement.id', 'exemption.requirement')
				.leftJoin('exemption_withdrawal', 'exemption_withdrawal.exemption', 'exemption.id')
				.selectAll('exemption')
				.select(['requirement.module', 'requirement.audience', 'exemption_withdrawal.at as withdrawn_at'])
				.where('exemption.person_id', '=', personId)
				.orderBy('exemption.id')
				.execute();
			return Promise.all(
				rows.map(async (row) => [
					...words('Module', (await knownModule(db, row.module)).title),
					...words('Reason', row.reason),
					...on('From', row.from_on),
					...on('Last day', row.until_on),
					...at('Written down', row.given_at),
					...words('Written down by', row.given_by === null ? undefined : row.given_by === personId ? 'You' : 'Somebody in learning and development'),
					...at('Ended early', row.withdrawn_at),
					...healthMark(isSensitive(row.audience))
				])
			);
		}
	},
	{
		id: 'attempts',
		section: 'training',
		title: 'Modules that you have begun',
		purpose: 'To bring you back to where you were. When you complete a module, your answers and how long you took are dropped.',
		seenBy: 'You, and people who run the server. People who write modules, and learning and development, see how many people are in the middle of a module that is for staff. That is a number without names.',
		kept: 'Until your trust deletes it. Your answers are kept until you complete the module, and no longer.',
		covers: ['attempt.person_id'],
		async read(db, personId) {
			const rows = await db.selectFrom('attempt').selectAll().where('person_id', '=', personId).orderBy('id').execute();
			return Promise.all(rows.map((row) => attemptFacts(db, row)));
		}
	},
	{
		id: 'completions',
		section: 'training',
		title: 'What you have completed',
		purpose: 'To show that you have done your training, and to know when it is due again.',
		seenBy: `You, and whoever has a link that you made to the certificate. ${SENSITIVE_TOO}`,
		kept: 'For good. A mistake is put right by a new entry with a reason, and both stay.',
		covers: ['completion.person_id', 'completion.attempt_id', 'completion.corrects'],
		async read(db, personId) {
			const rows = await db
				.selectFrom('completion')
				.leftJoin('completion as later', 'later.corrects', 'completion.id')
				.selectAll('completion')
				.select('later.id as later')
				.where('completion.person_id', '=', personId)
				.orderBy('completion.id')
				.execute();
			const numbers = await ownNumbers(db, personId);
			return Promise.all(
				rows.map(async (row) => {
					const module = await knownModule(db, row.module, row.version);
					return [
						...words('Number', numbers.get(row.id)),
						...words('Module', module.title),
						...words('Version', row.version),
						...at('Completed', row.completed_at),
						...words('How it is known', SOURCES[row.source]),
						...words('Puts right entry number', row.corrects && numbers.get(row.corrects)),
						...words('Reason', row.reason),
						...words('Put right by entry number', row.later && numbers.get(row.later)),
						...healthMark(module.sensitive)
					];
				})
			);
		}
	},
	{
		id: 'certificate-links',
		section: 'training',
		title: 'Links to your certificates',
		purpose: 'To let somebody whom you give the link see that your certificate is genuine.',
		seenBy: 'You, and people who run the server. Whoever has the link sees your name, the module and the day.',
		kept: 'Until your trust deletes it. A link that you switch off shows nothing any more.',
		covers: ['certificate_link.completion'],
		async read(db, personId) {
			const rows = await db
				.selectFrom('certificate_link')
				.innerJoin('completion', 'completion.id', 'certificate_link.completion')
				.selectAll('certificate_link')
				.select(['completion.module', 'completion.version'])
				.where('completion.person_id', '=', personId)
				.orderBy('certificate_link.made_at')
				.execute();
			const numbers = await ownNumbers(db, personId);
			return Promise.all(
				rows.map(async (row) => [
					...words('For', (await knownModule(db, row.module, row.version)).title),
					...words('Entry number', numbers.get(row.completion)),
					...at('Made', row.made_at),
					...at('Switched off', row.ended_at),
					...words('The link', 'A scrambled form is stored, from which nobody can make the link again. It is not given out'),
					...where(row.shows_sensitive === 1, 'Your choice', 'You agreed that it may show a module that says something about health')
				])
			);
		}
	},
	{
		id: 'comments-waiting',
		section: 'training',
		title: 'That you have said what you think of a module',
		purpose: 'To pass on what people say only when 5 of them have said something, so that nobody can be told from the others.',
		seenBy: 'People who run the server, who could work it out. What you said is not kept with your name.',
		kept: 'Until 5 people have said something of the module. Then it goes.',
		covers: ['comment_giver.giver'],
		// The same for everybody, whatever is stored. Whoever saw that theirs does not
		// wait would know that they were the fifth, and whoever saw theirs go, when the
		// fifth came. No later day would help: what is stored has none, and could not
		// have one without saying who came when.
		async read() {
			return [
				[
					...words('Whether something of yours is waiting', 'We cannot show you this. It would tell you how many others have said something, and when'),
					...words('What is stored while it waits', 'A scrambled form of your number, to count people. It is not tied to what you wrote, and it is not given out')
				]
			];
		}
	}
];
