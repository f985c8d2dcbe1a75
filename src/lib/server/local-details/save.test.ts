import type { Kysely } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Schema } from '../database/schema.ts';
import type { Content } from './content.ts';
import { markChecked, putBack, removeDetail, saveDetail } from './save.ts';
import { BY, NOW, nameInModule, stored, TODAY, trialTrust } from './trial.ts';

const LATER = { personId: 'author', now: new Date('2027-01-31T09:00:00.000Z') };
const content = (text: string, more: Partial<Content> = {}): Content => ({ text, keptBy: '', checkedOn: null, ...more });

let db: Kysely<Schema>;
beforeEach(async () => {
	db = await trialTrust();
});

const changes = () => db.selectFrom('local_detail_change').selectAll().orderBy('id').execute();
const save = (base: number, wanted: Content, more: { empty?: boolean } = {}, by = BY) => saveDetail(db, 'lockers', { base, content: wanted, ...more }, by);

describe('saving', () => {
	test('stores the text, and writes down who changed what', async () => {
		expect(await save(0, content('Ask.', { keptBy: 'Demo lead' }))).toEqual({ kind: 'saved' });
		expect(await stored(db, 'lockers')).toEqual({ text: 'Ask.', kept_by: 'Demo lead', checked_on: TODAY });
		expect(await changes()).toEqual([
			{
				id: 1, name: 'lockers', at: NOW.toISOString(), person_id: 'author', how: 'saved', text_before: '', text_after: 'Ask.',
				kept_by_before: '', kept_by_after: 'Demo lead', checked_on_before: null, checked_on_after: TODAY
			}
		]);
		const audit = await db.selectFrom('audit_entry').select(['at', 'person_id', 'action', 'subject']).execute();
		expect(audit).toEqual([{ at: NOW.toISOString(), person_id: 'author', action: 'local-detail.changed', subject: 'lockers' }]);
	});

	test('takes the date that comes with a new text, and today where none does', async () => {
		await save(0, content('Ask.', { checkedOn: '2026-11-01' }));
		expect(await stored(db, 'lockers')).toMatchObject({ checked_on: '2026-11-01' });
		await save(1, content('Ask us.', { checkedOn: '2026-11-01' }), {}, LATER);
		expect(await stored(db, 'lockers')).toMatchObject({ checked_on: '2027-01-31' });
	});

	test('leaves the date alone where only the keeper is new', async () => {
		await save(0, content('Ask.'));
		await save(1, content('Ask.', { keptBy: 'Demo lead', checkedOn: TODAY }), {}, LATER);
		expect(await stored(db, 'lockers')).toEqual({ text: 'Ask.', kept_by: 'Demo lead', checked_on: TODAY });
	});

	test('the same form twice changes it once', async () => {
		await save(0, content('Ask.'));
		expect(await save(0, content('Ask.'))).toEqual({ kind: 'unchanged' });
		expect(await changes()).toHaveLength(1);
	});

	test('nothing into nothing is no change', async () => {
		expect(await save(0, content(''))).toEqual({ kind: 'unchanged' });
		expect(await stored(db, 'lockers')).toBeUndefined();
	});

	test('after somebody else has saved shows theirs, and stores neither over the other', async () => {
		await save(0, content('Theirs.'));
		expect(await save(0, content('Mine.'))).toEqual({
			kind: 'overtaken',
			theirs: { content: content('Theirs.', { checkedOn: TODAY }), revision: 1, stored: true },
			seen: content('')
		});
		expect(await stored(db, 'lockers')).toMatchObject({ text: 'Theirs.' });
		expect(await save(1, content('Mine.', { checkedOn: TODAY }))).toEqual({ kind: 'saved' });
		expect((await changes()).map(({ text_after }) => text_after)).toEqual(['Theirs.', 'Mine.']);
	});

	test.each([NaN, -1, 1.5, 99, Infinity])('from a page that says it showed the change %s is no way round that', async (base) => {
		await save(0, content('Theirs.'));
		expect(await save(base, content('Mine.'))).toMatchObject({ kind: 'overtaken' });
	});

	test('an entry that is older than its history is changed from what it was', async () => {
		await db.insertInto('local_detail').values({ name: 'lockers', text: 'Old.', checked_on: '2026-01-01', changed_at: NOW.toISOString() }).execute();
		expect(await save(0, content('New.', { checkedOn: '2026-01-01' }))).toEqual({ kind: 'saved' });
		expect(await save(0, content('New.', { checkedOn: '2026-01-01' }))).toEqual({ kind: 'unchanged' });
		expect(await changes()).toMatchObject([{ text_before: 'Old.', text_after: 'New.', checked_on_before: '2026-01-01', checked_on_after: TODAY }]);
	});

	test('an empty text has to be confirmed, and leaves the keeper', async () => {
		await save(0, content('Ask.', { keptBy: 'Demo lead' }));
		expect(await save(1, content('', { keptBy: 'Demo lead', checkedOn: TODAY }))).toEqual({ kind: 'emptying' });
		expect(await save(1, content('', { keptBy: 'Demo lead', checkedOn: TODAY }), { empty: true })).toEqual({ kind: 'saved' });
		expect(await stored(db, 'lockers')).toEqual({ text: '', kept_by: 'Demo lead', checked_on: null });
		expect((await changes()).at(-1)).toMatchObject({ text_before: 'Ask.', text_after: '' });
	});

	test('is all or nothing', async () => {
		await expect(save(0, content('Ask.'), {}, { personId: 'nobody', now: NOW })).rejects.toThrow('FOREIGN KEY');
		expect([await stored(db, 'lockers'), await changes()]).toEqual([undefined, []]);
	});
});

describe('checking', () => {
	test('notes the day, and the text stays', async () => {
		await save(0, content('Ask.'));
		expect(await markChecked(db, 'lockers', 1, LATER)).toEqual({ kind: 'saved' });
		expect(await markChecked(db, 'lockers', 1, LATER)).toEqual({ kind: 'unchanged' });
		expect(await stored(db, 'lockers')).toMatchObject({ text: 'Ask.', checked_on: '2027-01-31' });
		expect((await changes()).map(({ how }) => how)).toEqual(['saved', 'checked']);
	});

	test('is only of the text that was read', async () => {
		await save(0, content('Ask.'));
		await save(1, content('Ask us.'), {}, LATER);
		expect(await markChecked(db, 'lockers', 1, LATER)).toMatchObject({ kind: 'unread' });
		expect(await markChecked(db, 'lockers', NaN, LATER)).toMatchObject({ kind: 'unread' });
	});

	test('there is nothing to check where nothing stands', async () => {
		expect(await markChecked(db, 'lockers', 0, BY)).toEqual({ kind: 'empty' });
	});
});

describe('putting an earlier text back', () => {
	beforeEach(async () => {
		await save(0, content('One.', { keptBy: 'Demo lead' }));
		await save(1, content('Two.', { keptBy: 'Demo lead' }));
	});

	test('is one more change, and has to be checked', async () => {
		expect(await putBack(db, 'lockers', 2, { change: 1, side: 'after' }, BY)).toEqual({ kind: 'saved' });
		expect(await stored(db, 'lockers')).toEqual({ text: 'One.', kept_by: 'Demo lead', checked_on: null });
		expect((await changes()).map(({ how }) => how)).toEqual(['saved', 'saved', 'put-back']);
		expect(await putBack(db, 'lockers', 2, { change: 2, side: 'before' }, BY)).toEqual({ kind: 'unchanged' });
	});

	test('takes only what is in the history of that entry', async () => {
		for (const earlier of [{ change: 1, side: 'before' }, { change: 99, side: 'after' }, { change: NaN, side: 'after' }] as const) {
			expect(await putBack(db, 'lockers', 2, earlier, BY)).toEqual({ kind: 'unknown' });
		}
		expect(await putBack(db, 'paid-time', 0, { change: 1, side: 'after' }, BY)).toEqual({ kind: 'unknown' });
	});

	test('waits where somebody else has changed it since', async () => {
		expect(await putBack(db, 'lockers', 1, { change: 1, side: 'after' }, BY)).toEqual({ kind: 'unread' });
	});

	test('refuses what can no longer be shown', async () => {
		const change = { name: 'lockers', at: NOW.toISOString(), how: 'saved' as const, text_before: '<b>Old</b>', text_after: 'Two.', kept_by_before: '', kept_by_after: '' };
		await db.insertInto('local_detail_change').values(change).execute();
		expect(await putBack(db, 'lockers', 3, { change: 3, side: 'before' }, BY)).toMatchObject({ kind: 'refused', problems: [expect.stringContaining('is HTML')] });
	});
});

describe('deleting', () => {
	test('is for what nothing names, and keeps the history', async () => {
		await save(0, content('Ask.', { keptBy: 'Demo lead' }));
		expect(await removeDetail(db, 'lockers', 1, BY)).toEqual({ kind: 'named' });
		await nameInModule(db, 'No detail.');
		expect(await removeDetail(db, 'lockers', 0, BY)).toEqual({ kind: 'unread' });
		expect(await removeDetail(db, 'lockers', 1, BY)).toEqual({ kind: 'removed' });
		expect(await removeDetail(db, 'lockers', 1, BY)).toEqual({ kind: 'unknown' });
		expect(await stored(db, 'lockers')).toBeUndefined();
		expect((await changes()).at(-1)).toMatchObject({ how: 'removed', text_before: 'Ask.', text_after: '', kept_by_before: 'Demo lead', kept_by_after: '' });
		expect(await putBack(db, 'lockers', 2, { change: 1, side: 'after' }, BY)).toEqual({ kind: 'saved' });
		expect(await stored(db, 'lockers')).toMatchObject({ text: 'Ask.' });
	});
});
