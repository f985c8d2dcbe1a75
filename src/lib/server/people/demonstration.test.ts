import { sql, type Kysely } from 'kysely';
import { expect, test } from 'vitest';
import { readFacts } from '#lib/module/support-facts.ts';
import { findSession } from '../accounts/sessions.ts';
import { signIn } from '../accounts/sign-in.ts';
import { usernameAs } from '../accounts/usernames.ts';
import type { Schema } from '../database/schema.ts';
import { trialDatabase } from '../database/trial.ts';
import { findModules, readModule } from '../library/folder.ts';
import { trialModule } from '../library/trial.ts';
import { findNames } from '../person-names.ts';
import { myTraining, type MyTraining } from '../requirements/my-training.ts';
import { DEMONSTRATION_PASSWORD, LOCAL_DETAILS, PEOPLE, REQUIREMENTS } from './demonstration-trust.ts';
import { DEMONSTRATION_ACCOUNTS, makeDemonstration } from './demonstration.ts';

const NOW = new Date('2026-11-23T09:00:00.000Z');
const LATER = new Date('2026-12-24T09:00:00.000Z');

async function demonstration(): Promise<Kysely<Schema>> {
	const db = await trialDatabase();
	await makeDemonstration(db, NOW);
	return db;
}

const TABLES = ['directorate', 'team', 'person', 'permission', 'audience', 'audience_member', 'peer_role_holder', 'local_detail', 'requirement', 'exemption', 'completion', 'attempt'] as const;
const everything = async (db: Kysely<Schema>) => Promise.all(TABLES.map((table) => db.selectFrom(table).selectAll().execute()));

test('lets everybody on the list sign in with the printed password', async () => {
	const db = await demonstration();
	for (const { username, name } of DEMONSTRATION_ACCOUNTS) {
		const outcome = await signIn(db, { username, password: DEMONSTRATION_PASSWORD, address: '127.0.0.1' }, NOW);
		if (outcome.kind !== 'signed-in') throw new Error(`${username}: ${outcome.kind}`);
		expect((await findSession(db, outcome.token, NOW))?.person.name).toBe(name);
	}
});

test('shows every permission and a manager, each with somebody else', async () => {
	const db = await demonstration();
	const permissions = await db.selectFrom('permission').selectAll().orderBy('name').execute();
	expect(permissions).toEqual([
		{ person_id: 'demo-administrator', name: 'administrator' },
		{ person_id: 'demo-author', name: 'author' },
		{ person_id: 'demo-learning', name: 'learning' },
		{ person_id: 'demo-peer-lead', name: 'sensitive-lists' }
	]);
	const managed = await db.selectFrom('team').select(['id', 'manager_id']).where('manager_id', 'is not', null).execute();
	expect(managed).toEqual([{ id: 'demo-ward-a', manager_id: 'demo-manager' }]);
});

test('keeps the audiences of peers sensitive, and asks of peers what is asked of all staff', async () => {
	const db = await demonstration();
	const sensitive = await db.selectFrom('audience').select('slug').where('sensitive', '=', 1).orderBy('slug').execute();
	expect(sensitive.map(({ slug }) => slug)).toEqual(['experienced-peers', 'peers']);
	const staff = await db.selectFrom('audience_member').select('person_id').where('audience', '=', 'all-staff').execute();
	expect(staff).toHaveLength(PEOPLE.length);
});

test('can be made again at any time, and keeps what somebody has changed', async () => {
	const db = await demonstration();
	await db.updateTable('local_detail').set({ text: 'Changed.' }).where('name', '=', 'peer-lead').execute();
	await db.updateTable('person').set({ name: 'Demo colleague' }).where('username', '=', 'nurse').execute();
	await db.deleteFrom('audience_member').where('person_id', '=', 'demo-peer').execute();
	await db.deleteFrom('peer_role_holder').where('person_id', '=', 'demo-peer').execute();
	const before = await everything(db);
	await makeDemonstration(db, LATER);
	expect(await everything(db)).toEqual(before);
});

test('lets different people sign off in different peer roles, and one of them in two; also where it was made before there were any', async () => {
	const db = await demonstration();
	const held = () => db.selectFrom('peer_role_holder').select(['person_id', 'role']).orderBy('person_id').orderBy('role').execute();
	const expected = [
		{ person_id: 'demo-author', role: 'peer-trainer' },
		{ person_id: 'demo-experienced-peer', role: 'peer-support-worker' },
		{ person_id: 'demo-experienced-peer', role: 'peer-trainer' },
		{ person_id: 'demo-peer', role: 'peer-support-worker' },
		{ person_id: 'demo-peer-lead', role: 'peer-lead' }
	];
	expect(await held()).toEqual(expected);
	await db.deleteFrom('peer_role_holder').execute();
	await makeDemonstration(db, LATER);
	expect(await held()).toEqual(expected);
});

test('adds an account that an older demonstration does not have', async () => {
	const db = await demonstration();
	await db.deleteFrom('audience_member').where('person_id', '=', 'demo-doctor').execute();
	await db.deleteFrom('person').where('id', '=', 'demo-doctor').execute();
	await makeDemonstration(db, LATER);
	expect(await db.selectFrom('person').select('username').where('id', '=', 'demo-doctor').execute()).toEqual([{ username: 'doctor' }]);
});

test('shows somebody in each state of their training', async () => {
	const db = await trialDatabase();
	const slugs = new Set(REQUIREMENTS.flatMap(({ module, instead }) => [module, ...(instead ? [instead] : [])]));
	await makeDemonstration(db, NOW, [...slugs].map((slug) => trialModule(slug)));
	const states = await Promise.all(PEOPLE.map(async ({ id }) => myTraining(db, id, NOW)));
	const some = (holds: (training: MyTraining) => boolean) => states.some(holds);
	for (const state of ['due', 'due-soon', 'overdue']) expect(some(({ toDo }) => toDo.some(({ deadline }) => deadline.state === state)), state).toBe(true);
	expect(some(({ underWay }) => underWay.some(({ pagesDone, deadline }) => pagesDone === 2 && deadline !== undefined))).toBe(true);
	expect(some(({ toDo, exempt, done }) => toDo.length + exempt.length === 0 && done.some(({ renewedBy, validUntil }) => renewedBy && validUntil))).toBe(true);
	expect(some(({ exempt }) => exempt.length > 0)).toBe(true);
	expect(some(({ toDo, done }) => toDo.some(({ slug }) => slug === 'peer-roles-update') && done.some(({ slug }) => slug === 'working-alongside-peers'))).toBe(true);
	expect(some(({ done, underWay, toDo }) => done.length + underWay.length === 0 && toDo.length > 0)).toBe(true);
});

test('asks for what there are modules to do, of audiences for which they are', async () => {
	const audiences = new Map(await Promise.all((await findModules('modules')).map(async (folder) => {
		const { source } = await readModule(folder);
		return [source.slug, /^audience: (\S+)$/m.exec(source.text)![1]] as const;
	})));
	for (const { module, audience, instead } of REQUIREMENTS) {
		expect(audiences.get(module), module).toBe(audience);
		if (instead) expect(audiences.has(instead), instead).toBe(true);
	}
});

test('adds what is asked of whom to a demonstration that was made before that was known', async () => {
	const db = await demonstration();
	const since = () => db.selectFrom('audience_member').selectAll().execute();
	const before = await since();
	await sql`DROP TRIGGER exemption_refuses_delete`.execute(db);
	await db.deleteFrom('exemption').execute();
	await db.deleteFrom('requirement').execute();
	await db.updateTable('audience_member').set({ since: null }).execute();
	await makeDemonstration(db, NOW);
	expect(await since()).toEqual(before);
	expect(await db.selectFrom('requirement').select('module').execute()).toHaveLength(REQUIREMENTS.length);
	expect(await db.selectFrom('exemption').select('person_id').execute()).toHaveLength(1);
});

test('keeps its accounts out of a database with other people', async () => {
	const db = await trialDatabase();
	await db.insertInto('person').values({ id: 'p1', username: 'somebody', name: 'Somebody', state: 'active', created_at: NOW.toISOString() }).execute();
	await expect(makeDemonstration(db, NOW)).rejects.toThrow('The database already holds people: name another file for the demonstration.');
	expect(await db.selectFrom('directorate').selectAll().execute()).toEqual([]);
});

test('says of itself that it is invented', async () => {
	for (const { username, name } of PEOPLE) {
		expect(name).toMatch(/^Demo /);
		expect(usernameAs(username)).toBe(username);
	}
	for (const { text, keptBy } of Object.values(LOCAL_DETAILS)) {
		expect(readFacts(text).rest).toMatch(/^Demonstration: /);
		expect(keptBy).toMatch(/^Demo /);
		expect(findNames(`${keptBy}\n${text}`).filter((name) => !/\d/.test(name))).toEqual([]);
		expect(text.match(/\d{3,}/g) ?? []).toSatisfy((numbers: string[]) => numbers.every((number) => ['999', '111'].includes(number)));
	}
});
