import { sql, type Kysely } from 'kysely';
import { describe, expect, test } from 'vitest';
import type { NewRow, Schema } from './schema.ts';
import { trialDatabase } from './trial.ts';

const AT = '2026-11-23T09:00:00.000Z';
const HASH = 'a'.repeat(64);

async function addPerson(db: Kysely<Schema>, id: string, more: Partial<NewRow<'person'>> = {}): Promise<void> {
	await db.insertInto('person').values({ id, username: id, name: `Demo ${id}`, state: 'active', created_at: AT, ...more }).execute();
}

async function withPerson(): Promise<Kysely<Schema>> {
	const db = await trialDatabase();
	await addPerson(db, 'nurse');
	return db;
}

async function addVersion(db: Kysely<Schema>): Promise<void> {
	await db
		.insertInto('version')
		.values({ hash: HASH, module: 'boundaries', format: 1, source: '', document: '{}', published_at: AT, origin: 'folder' })
		.execute();
}

const completion: NewRow<'completion'> = { person_id: 'nurse', module: 'boundaries', completed_at: AT, source: 'recorded' };
const attempt: NewRow<'attempt'> = {
	person_id: 'nurse',
	module: 'boundaries',
	version: HASH,
	state: '',
	started_at: AT,
	saved_at: AT
};

describe('the tables', () => {
	test('refuse a value of the wrong type', async () => {
		const db = await trialDatabase();
		const wrong = sql`INSERT INTO audience (slug, name, sensitive) VALUES ('staff', 'All staff', 'yes')`.execute(db);
		await expect(wrong).rejects.toThrow('cannot store TEXT value in INTEGER column audience.sensitive');
	});

	test('refuse a reference to nobody', async () => {
		const db = await trialDatabase();
		const wrong = db.insertInto('permission').values({ person_id: 'nobody', name: 'author' }).execute();
		await expect(wrong).rejects.toThrow('FOREIGN KEY constraint failed');
	});

	test.each(['2026-11-23T09:00:00Z', '2026-02-30T09:00:00.000Z', '23/11/2026', ''])('refuse %j as an instant', async (at) => {
		const db = await trialDatabase();
		await expect(addPerson(db, 'nurse', { created_at: at })).rejects.toThrow('CHECK constraint failed');
	});

	test.each(['2026-2-3', '2026-02-30', '2026-11-23T09:00:00.000Z'])('refuse %j as a date', async (date) => {
		const db = await trialDatabase();
		const row = db.insertInto('local_detail').values({ name: 'paid-time', text: '', checked_on: date, changed_at: AT });
		await expect(row.execute()).rejects.toThrow('CHECK constraint failed');
	});

	test('take one username in one spelling only', async () => {
		const db = await withPerson();
		await expect(addPerson(db, 'other', { username: 'NURSE' })).rejects.toThrow('UNIQUE constraint failed: person.username');
	});

	test('refuse a session id that is not a hash', async () => {
		const db = await withPerson();
		const raw = db.insertInto('session').values({ id: 'the-token-itself', person_id: 'nurse', created_at: AT, expires_at: AT });
		await expect(raw.execute()).rejects.toThrow('CHECK constraint failed');
	});

	test('hold one open attempt for a person and module, and any number of ended ones', async () => {
		const db = await withPerson();
		await addVersion(db);
		await db.insertInto('attempt').values([{ ...attempt, ended_at: AT }, { ...attempt, ended_at: AT }, attempt]).execute();
		const second = db.insertInto('attempt').values(attempt).execute();
		await expect(second).rejects.toThrow('UNIQUE constraint failed: attempt.person_id, attempt.module');
	});

	test('give one attempt one completion', async () => {
		const db = await withPerson();
		await addVersion(db);
		const { id } = await db.insertInto('attempt').values(attempt).returning('id').executeTakeFirstOrThrow();
		await db.insertInto('completion').values({ ...completion, attempt_id: id }).execute();
		const again = db.insertInto('completion').values({ ...completion, attempt_id: id }).execute();
		await expect(again).rejects.toThrow('UNIQUE constraint failed: completion.attempt_id');
	});

	test('want a reason with a correction, and none without', async () => {
		const db = await withPerson();
		const { id } = await db.insertInto('completion').values(completion).returning('id').executeTakeFirstOrThrow();
		const mute = db.insertInto('completion').values({ ...completion, corrects: id }).execute();
		await expect(mute).rejects.toThrow('CHECK constraint failed');
		const idle = db.insertInto('completion').values({ ...completion, reason: 'Because' }).execute();
		await expect(idle).rejects.toThrow('CHECK constraint failed');
		await db.insertInto('completion').values({ ...completion, corrects: id, reason: 'The date was wrong.' }).execute();
	});
});

describe('a requirement', () => {
	const REQUIREMENT: NewRow<'requirement'> = { audience: 'all-staff', module: 'boundaries', within_days: 30, starts_on: '2026-01-01' };

	test.each<[string, Partial<NewRow<'requirement'>>]>([
		['fewer days than none', { within_days: -1 }],
		['no month to renew it in', { renew_months: 0 }],
		['something instead where it is done once', { instead_module: 'update' }],
		['itself instead', { renew_months: 12, instead_module: 'boundaries' }],
		['an end before its start', { ends_on: '2025-12-31' }],
		['a day that no calendar has', { starts_on: '2026-02-30' }],
		['an audience that is not there', { audience: 'nobody' }]
	])('cannot have %s', async (_, wrong) => {
		const db = await trialDatabase();
		await db.insertInto('audience').values({ slug: 'all-staff', name: 'All staff', sensitive: 0 }).execute();
		await db.insertInto('requirement').values(REQUIREMENT).execute();
		await expect(db.insertInto('requirement').values({ ...REQUIREMENT, ...wrong }).execute()).rejects.toThrow('constraint failed');
	});
});

describe('the append-only tables', () => {
	test('refuse every way to change a completion', async () => {
		const db = await withPerson();
		const { id } = await db.insertInto('completion').values(completion).returning('id').executeTakeFirstOrThrow();
		const refused = 'completion is append-only';
		await expect(db.updateTable('completion').set({ source: 'site' }).execute()).rejects.toThrow(refused);
		await expect(db.deleteFrom('completion').execute()).rejects.toThrow(refused);
		await expect(db.replaceInto('completion').values({ ...completion, id }).execute()).rejects.toThrow(refused);
		expect(await db.selectFrom('completion').select('source').execute()).toEqual([{ source: 'recorded' }]);
	});

	test('refuse every way to change what is known of a local detail', async () => {
		const db = await trialDatabase();
		const change = { id: 1, name: 'paid-time', at: AT, how: 'saved' as const, text_before: '', text_after: 'Yes.', kept_by_before: '', kept_by_after: '' };
		await db.insertInto('local_detail_change').values(change).execute();
		const refused = 'local_detail_change is append-only';
		await expect(db.updateTable('local_detail_change').set({ text_after: 'No.' }).execute()).rejects.toThrow(refused);
		await expect(db.deleteFrom('local_detail_change').execute()).rejects.toThrow(refused);
		await expect(db.replaceInto('local_detail_change').values(change).execute()).rejects.toThrow(refused);
	});

	test('refuse every way to change an audit entry', async () => {
		const db = await trialDatabase();
		const entry = { id: 1, at: AT, action: 'signed in' };
		await db.insertInto('audit_entry').values(entry).execute();
		const refused = 'audit_entry is append-only';
		await expect(db.updateTable('audit_entry').set({ action: 'nothing' }).execute()).rejects.toThrow(refused);
		await expect(db.deleteFrom('audit_entry').execute()).rejects.toThrow(refused);
		await expect(db.replaceInto('audit_entry').values(entry).execute()).rejects.toThrow(refused);
	});

	test('refuse every way to change an exemption or its withdrawal', async () => {
		const db = await withPerson();
		await db.insertInto('audience').values({ slug: 'all-staff', name: 'All staff', sensitive: 0 }).execute();
		await db.insertInto('requirement').values({ id: 1, audience: 'all-staff', module: 'boundaries', within_days: 30, starts_on: '2026-01-01' }).execute();
		const row = { id: 1, person_id: 'nurse', requirement: 1, reason: 'Away.', from_on: '2026-01-01', given_at: AT };
		await db.insertInto('exemption').values(row).execute();
		await db.insertInto('exemption_withdrawal').values({ exemption: 1, at: AT }).execute();
		await expect(db.updateTable('exemption').set({ reason: '' }).execute()).rejects.toThrow('exemption is append-only');
		await expect(db.replaceInto('exemption').values(row).execute()).rejects.toThrow('exemption is append-only');
		await expect(db.deleteFrom('exemption_withdrawal').execute()).rejects.toThrow('exemption_withdrawal is append-only');
	});

	test('refuse every way to change what was signed, withdrawn or said of how a version came about', async () => {
		const db = await withPerson();
		await addVersion(db);
		const record = { id: 1, version: HASH, roles: '[]', other_roles: 'a nurse', changes: 'All', paid: 'yes' as const, paid_note: '', not_agreed: '', written_at: AT, written_by: 'nurse' };
		await db.insertInto('coproduction_record').values(record).execute();
		await db.insertInto('sign_off').values({ id: 1, version: HASH, record: 1, role: 'peer-trainer', person_id: 'nurse', at: AT }).execute();
		await db.insertInto('sign_off_withdrawal').values({ sign_off: 1, person_id: 'nurse', at: AT, reason: '' }).execute();
		await expect(db.updateTable('coproduction_record').set({ changes: 'None' }).execute()).rejects.toThrow('coproduction_record is append-only');
		await expect(db.replaceInto('coproduction_record').values(record).execute()).rejects.toThrow('coproduction_record is append-only');
		await expect(db.updateTable('sign_off').set({ role: 'peer-lead' }).execute()).rejects.toThrow('sign_off is append-only');
		await expect(db.deleteFrom('sign_off_withdrawal').execute()).rejects.toThrow('sign_off_withdrawal is append-only');
	});
});
