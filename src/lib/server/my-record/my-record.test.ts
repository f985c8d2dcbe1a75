import { expect, test } from 'vitest';
import { giveComment } from '../comments/give.ts';
import { newToken } from '../tokens.ts';
import { asCsv, asJson } from './download.ts';
import { bySection, myRecord, type MyRecord } from './my-record.ts';
import { RECORD_ITEMS } from './record-items.ts';
import { NOW, trialRecord } from './trial.ts';

const entriesOf = ({ groups }: MyRecord, id: string) => groups.find((group) => group.id === id)!.entries;
const said = (record: MyRecord, id: string) => JSON.stringify(entriesOf(record, id));

test('whoever asks while something changes gets what was before or what came after, in every part', async () => {
	const { db, personId } = await trialRecord();
	await db.deleteFrom('peer_role_holder').execute();
	await db.deleteFrom('permission').execute();
	// Each change gives a permission, which is read early, and a peer role, which is read late.
	const change = async (give: boolean) =>
		db.transaction().execute(async (trx) => {
			if (give) {
				await trx.insertInto('permission').values({ person_id: personId, name: 'author' }).execute();
				await trx.insertInto('peer_role_holder').values({ role: 'peer-lead', person_id: personId }).execute();
			} else {
				await trx.deleteFrom('permission').execute();
				await trx.deleteFrom('peer_role_holder').execute();
			}
		});
	const seen = new Set<string>();
	for (let round = 0; round < 20; round += 1) {
		const [record] = await Promise.all([myRecord(db, personId, NOW), change(round % 2 === 0)]);
		const [early, late] = [entriesOf(record, 'permissions').length, entriesOf(record, 'peer-roles').length];
		expect(early).toBe(late);
		seen.add(String(early));
	}
	expect([...seen].sort()).toEqual(['0', '1']);
});

test('what somebody answered is in words, and what is sensitive carries a mark', async () => {
	const { db, personId } = await trialRecord();
	const record = await myRecord(db, personId, NOW);
	expect(said(record, 'attempts')).toContain('{"label":"Your answer to \\"Which is right?\\"","text":"The other one"}');
	expect(said(record, 'attempts')).toContain('{"label":"Where you are","text":"First"}');
	for (const id of ['groups', 'exemptions', 'peer-roles', 'sign-offs']) expect(said(record, id), id).toContain('This may say something about your health');
	for (const id of ['completions', 'permissions']) expect(said(record, id), id).not.toContain('health');
});

test('what is stored and can no longer be read is given as it is stored', async () => {
	const { db, personId } = await trialRecord();
	await db.updateTable('attempt').set({ state: 'A9.damaged' }).execute();
	expect(said(await myRecord(db, personId, NOW), 'attempts')).toContain('A9.damaged');
});

test('nobody learns from their record whether what they said of a module waits, or that it was passed on', async () => {
	const { db } = await trialRecord();
	const waiting = async (id: string) => entriesOf(await myRecord(db, id, NOW), 'comments-waiting');
	const usual = await waiting('somebody-else');
	expect(usual).not.toEqual([]);
	for (const id of ['second', 'third', 'fourth', 'fifth']) {
		await db.insertInto('person').values({ id, username: id, name: id, state: 'active', created_at: NOW.toISOString() }).execute();
		await giveComment(db, { module: 'module', personId: id, reads: false, token: newToken() }, { hard: id, change: '' }, NOW);
		for (const reader of ['person-number', id]) expect(await waiting(reader), id).toEqual(usual);
	}
	expect(await db.selectFrom('comment_batch').selectAll().execute()).toHaveLength(1);
});

test('what is not there is null for a program, and words for people', async () => {
	const { db } = await trialRecord();
	const record = await myRecord(db, 'somebody-else', NOW);
	expect(JSON.parse(asJson(record)).record[0].entries[0]).toEqual(
		expect.arrayContaining(['Email address', 'Team', 'Password'].map((label) => ({ label, value: null })))
	);
	expect(asCsv(record)).toContain('Email address,None,');
});

test('failed sign-ins are those with the person\'s own username', async () => {
	const { db, personId } = await trialRecord();
	expect(entriesOf(await myRecord(db, personId, NOW), 'sign-in-failures')).toHaveLength(1);
	expect(entriesOf(await myRecord(db, 'somebody-else', NOW), 'sign-in-failures')).toHaveLength(0);
});

test('every part stands under a heading, once', async () => {
	const { db, personId } = await trialRecord();
	const sections = bySection(await myRecord(db, personId, NOW));
	expect(sections.flatMap(({ groups }) => groups.map(({ id }) => id)).sort()).toEqual(RECORD_ITEMS.map(({ id }) => id).sort());
});
