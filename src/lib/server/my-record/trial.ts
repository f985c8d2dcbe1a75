import type { Kysely } from 'kysely';
import { apply, begin } from '#lib/progress/attempt.ts';
import { encode, keepOf } from '#lib/progress/encoding.ts';
import type { Schema } from '../database/schema.ts';
import { trialDatabase } from '../database/trial.ts';
import { countAttempt } from '../accounts/throttle.ts';
import { giveComment } from '../comments/give.ts';
import { newToken } from '../tokens.ts';
import { publish } from '../library/publish.ts';
import { currentVersion, type Version } from '../library/versions.ts';
import { trialModule } from '../library/trial.ts';

export const NOW = new Date('2026-11-23T09:00:00.000Z');
const at = (minute: number) => new Date(NOW.getTime() - minute * 60_000).toISOString();

/** For tests: a database in which one person has a row in every table that is about people, and another has none. */
export async function trialRecord(): Promise<{ db: Kysely<Schema>; personId: string; others: string[] }> {
	const db = await trialDatabase();
	const personId = 'person-number';
	await db.insertInto('directorate').values({ id: 'directorate', name: 'The directorate' }).execute();
	await db.insertInto('team').values({ id: 'team-number', name: 'The team', directorate_id: 'directorate' }).execute();
	await db
		.insertInto('person')
		.values([
			{ id: personId, username: 'own-username', name: 'Own Name', email: 'own@example.nhs.uk', password_hash: 'own-password-hash', state: 'active', team_id: 'team-number', created_at: at(1) },
			{ id: 'somebody-else', username: 'else', name: 'Somebody Else', state: 'active', created_at: at(2) }
		])
		.execute();
	await db.updateTable('team').set({ manager_id: personId }).execute();
	await db.insertInto('name_change').values({ person_id: personId, at: at(20), name_before: 'Earlier Name', name_after: 'Own Name' }).execute();
	await db.insertInto('permission').values({ person_id: personId, name: 'author' }).execute();
	await addTraining(db, personId);
	await addPeerWork(db, personId);
	await addWork(db, personId);
	const form = { module: 'module', personId, reads: false, token: newToken() };
	await giveComment(db, form, { hard: 'Nothing', change: 'Nothing' }, NOW);
	await db.insertInto('session').values({ id: 'd'.repeat(64), person_id: personId, created_at: at(3), expires_at: at(-2000) }).execute();
	await countAttempt(db, { username: 'own-username', address: '192.0.2.1' }, NOW);
	await db.insertInto('audit_entry').values({ at: at(4), person_id: personId, action: 'audit-action', subject: 'audit-subject' }).execute();
	return { db, personId, others: ['own-', 'Own Name', 'own@', personId, 'The team', 'audit-', 'Earlier Name', 'The reason'] };
}

/** In a group, excused from something, in the middle of one module and done with it before. */
async function addTraining(db: Kysely<Schema>, personId: string): Promise<void> {
	const { hash, module } = await served(db);
	await db.insertInto('audience').values({ slug: 'peers', name: 'Peer workers', sensitive: 1 }).execute();
	await db.insertInto('audience_member').values({ audience: 'peers', person_id: personId, since: '2026-01-05' }).execute();
	await db.insertInto('requirement').values({ id: 901, audience: 'peers', module: 'module', within_days: 5, starts_on: '2026-01-01' }).execute();
	await db
		.insertInto('exemption')
		.values({ id: 902, person_id: personId, requirement: 901, reason: 'The reason', from_on: '2026-01-06', until_on: '2026-01-07', given_by: personId, given_at: at(5) })
		.execute();
	await db.insertInto('exemption_withdrawal').values({ exemption: 902, person_id: personId, at: at(6) }).execute();
	const { attempt } = apply(module, begin(module), { kind: 'answer', page: 'first', question: 'one', chosen: ['b'] });
	const state = encode(module, attempt!, keepOf(module));
	await db.insertInto('attempt').values({ person_id: personId, module: 'module', version: hash, state, started_at: at(7), saved_at: at(8) }).execute();
	await db.insertInto('completion').values({ id: 903, person_id: personId, module: 'module', version: hash, completed_at: at(9), source: 'recorded' }).execute();
	await db
		.insertInto('completion')
		.values({ id: 904, person_id: personId, module: 'module', version: hash, completed_at: at(10), source: 'recorded', corrects: 903, reason: 'The date was wrong' })
		.execute();
	await db.insertInto('certificate_link').values({ token_hash: 'c'.repeat(64), completion: 904, shows_sensitive: 1, made_at: at(11), ended_at: at(12) }).execute();
}

/** In a peer role, with something signed, withdrawn and written down. */
async function addPeerWork(db: Kysely<Schema>, personId: string): Promise<void> {
	const { hash } = await served(db);
	await db.insertInto('peer_role_holder').values({ role: 'peer-trainer', person_id: personId }).execute();
	const said = { roles: '["peer-trainer"]', other_roles: 'a nurse', changes: 'The second page', paid: 'yes' as const, paid_note: 'By the hour', not_agreed: 'The title' };
	await db.insertInto('coproduction_record').values({ id: 905, version: hash, ...said, written_at: at(13), written_by: personId }).execute();
	await db.insertInto('sign_off').values({ id: 906, version: hash, record: 905, role: 'peer-trainer', person_id: personId, at: at(14) }).execute();
	await db.insertInto('sign_off_withdrawal').values({ sign_off: 906, person_id: personId, at: at(15), reason: 'It was too early' }).execute();
}

/** With a local detail changed, and packages made, asked for and tried out. */
async function addWork(db: Kysely<Schema>, personId: string): Promise<void> {
	const { hash } = await served(db);
	await db
		.insertInto('local_detail_change')
		.values({
			name: 'local-name',
			at: at(16),
			person_id: personId,
			how: 'saved',
			text_before: 'local-text-before',
			text_after: 'local-text-after',
			kept_by_before: 'kept-before',
			kept_by_after: 'kept-after',
			checked_on_before: '2026-02-01',
			checked_on_after: '2026-02-02'
		})
		.execute();
	await db
		.insertInto('package')
		.values({
			id: 907,
			module: 'module',
			version: hash,
			options: '{"standard":"scorm-1.2"}',
			made_at: at(17),
			made_by: personId,
			draft: 1,
			ready: 1,
			checks: '[]',
			ingredients: '{}',
			sha256: 'e'.repeat(64),
			length: 13,
			bytes: new TextEncoder().encode('package-bytes')
		})
		.execute();
	await db
		.insertInto('package_build')
		.values({ run: 1, module: 'module', asked: '{"profile":"moodle"}', asked_at: at(18), asked_by: personId, state: 'failed', package_id: 907, problem: 'The disk is full' })
		.execute();
	await db.insertInto('preview_token').values({ hash: 'f'.repeat(64), person_id: personId, package_id: 907, expires_at: at(-100) }).execute();
	await db.insertInto('preview_state').values({ person_id: personId, package_id: 907, saved: '{"suspend":"here"}', saved_at: at(19) }).execute();
}

/** The version of the one module, which is published where it is not yet. */
async function served(db: Kysely<Schema>): Promise<Version> {
	await publish(db, trialModule('module'), NOW);
	return (await currentVersion(db, 'module'))!;
}
