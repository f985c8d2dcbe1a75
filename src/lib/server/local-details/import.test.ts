import type { Kysely } from 'kysely';
import { beforeEach, expect, test } from 'vitest';
import type { Schema } from '../database/schema.ts';
import { listEntries } from './entries.ts';
import { readDetailsFile, writeDetailsFile } from './file.ts';
import { carryOut, planImport } from './import.ts';
import { saveDetail } from './save.ts';
import { BY, NOW, stored, trialTrust } from './trial.ts';

let db: Kysely<Schema>;
beforeEach(async () => {
	db = await trialTrust();
	const at = NOW.toISOString();
	await db
		.insertInto('local_detail')
		.values([
			{ name: 'paid-time', text: 'Yes.', kept_by: 'Demo lead', checked_on: '2026-11-01', changed_at: at },
			{ name: 'peer-lead', text: 'Ask *us*.\n\nOr them.\n', kept_by: '', checked_on: '2026-11-01', changed_at: at },
			{ name: 'old-name', text: 'Old.', kept_by: '', changed_at: at }
		])
		.execute();
});

const entriesOf = (text: string) => readDetailsFile(text, NOW).entries;
const everything = async () => Promise.all((['local_detail', 'local_detail_change', 'audit_entry'] as const).map((table) => db.selectFrom(table).selectAll().execute()));

test('a plan says what would be filled in, changed, emptied and noted, and changes nothing', async () => {
	const before = await everything();
	const plan = await planImport(db, entriesOf('lockers: Ask.\npaid-time: No.\npeer-lead: ""\nold-name: { kept-by: Demo lead }\npeer-leed: Who?\nurgent-help: ""\n'));
	expect(plan.steps.map(({ name, kind }) => `${name} ${kind}`)).toEqual(['lockers added', 'paid-time changed', 'peer-lead emptied', 'old-name noted']);
	expect(plan.steps[1]).toMatchObject({ from: { text: 'Yes.', checkedOn: '2026-11-01' }, to: { text: 'No.', keptBy: 'Demo lead', checkedOn: null } });
	expect(plan.unchanged).toBe(1);
	expect(plan.unknown).toEqual([{ name: 'peer-leed', line: 5, suggestion: 'Did you mean "peer-lead"?' }]);
	expect(await everything()).toEqual(before);
});

test('what was exported changes nothing', async () => {
	const entries = await listEntries(db, NOW);
	const plan = await planImport(db, entriesOf(writeDetailsFile(entries, [])));
	expect([plan.steps, plan.unchanged, plan.unknown]).toEqual([[], entries.length, []]);
});

test('what was confirmed is carried out, with its history, and nothing that the file leaves out', async () => {
	const entries = entriesOf('paid-time: { text: "No.", checked-on: 2026-11-02 }\nlockers: Ask.\n');
	const { fingerprint } = await planImport(db, entries);
	expect(await carryOut(db, entries, { fingerprint, empty: false }, BY)).toEqual({ kind: 'imported', changed: 2 });
	expect(await stored(db, 'paid-time')).toEqual({ text: 'No.', kept_by: 'Demo lead', checked_on: '2026-11-02' });
	expect(await stored(db, 'old-name')).toMatchObject({ text: 'Old.' });
	const changes = await db.selectFrom('local_detail_change').select(['name', 'how', 'person_id']).execute();
	expect(changes).toEqual(['paid-time', 'lockers'].map((name) => ({ name, how: 'imported', person_id: 'author' })));
	const audit = await db.selectFrom('audit_entry').select(['action', 'subject']).execute();
	expect(audit).toEqual(['paid-time', 'lockers'].map((subject) => ({ action: 'local-detail.changed', subject })));
	expect(await carryOut(db, entries, { fingerprint, empty: false }, BY)).toMatchObject({ kind: 'different', plan: { steps: [] } });
});

test('what has changed since it was confirmed is shown again', async () => {
	const entries = entriesOf('lockers: Ask.\n');
	const { fingerprint } = await planImport(db, entries);
	await saveDetail(db, 'lockers', { base: 0, content: { text: 'Theirs.', keptBy: '', checkedOn: null } }, BY);
	expect(await carryOut(db, entries, { fingerprint, empty: true }, BY)).toMatchObject({ kind: 'different', plan: { steps: [{ kind: 'changed', from: { text: 'Theirs.' } }] } });
	expect(await carryOut(db, entries, { fingerprint: '', empty: true }, BY)).toMatchObject({ kind: 'different' });
	expect(await stored(db, 'lockers')).toMatchObject({ text: 'Theirs.' });
});

test('emptying has to be confirmed', async () => {
	const entries = entriesOf('paid-time: ""\n');
	const { fingerprint } = await planImport(db, entries);
	expect(await carryOut(db, entries, { fingerprint, empty: false }, BY)).toMatchObject({ kind: 'emptying' });
	expect(await carryOut(db, entries, { fingerprint, empty: true }, BY)).toEqual({ kind: 'imported', changed: 1 });
	expect(await stored(db, 'paid-time')).toEqual({ text: '', kept_by: 'Demo lead', checked_on: null });
});

test('a trouble in the middle leaves everything as it was', async () => {
	const entries = entriesOf('paid-time: No.\nlockers: Ask.\n');
	const { fingerprint } = await planImport(db, entries);
	const before = await everything();
	await expect(carryOut(db, entries, { fingerprint, empty: false }, { personId: 'nobody', now: NOW })).rejects.toThrow('FOREIGN KEY');
	expect(await everything()).toEqual(before);
});
