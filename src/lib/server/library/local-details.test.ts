import { expect, test } from 'vitest';
import { trialDatabase } from '../database/trial.ts';
import { localDetails } from './local-details.ts';

const AT = '2026-11-23T09:00:00.000Z';

test('what the trust has filled in is read as Markdown; what is empty is not filled in', async () => {
	const db = await trialDatabase();
	const rows = [
		{ name: 'staff-support', text: 'Ring **us**.', changed_at: AT },
		{ name: 'paid-time', text: '', changed_at: AT }
	];
	await db.insertInto('local_detail').values(rows).execute();
	const details = await localDetails(db);
	expect(Object.keys(details)).toEqual(['staff-support']);
	expect(details['staff-support']!.trim()).toBe('<p>Ring <strong>us</strong>.</p>');
});

test('a change shows at once', async () => {
	const db = await trialDatabase();
	await db.insertInto('local_detail').values({ name: 'peer-lead', text: 'One', changed_at: AT }).execute();
	await localDetails(db);
	await db.updateTable('local_detail').set({ text: 'Another' }).execute();
	expect((await localDetails(db))['peer-lead']).toContain('Another');
});

test('a script in the database stays text', async () => {
	const db = await trialDatabase();
	await db.insertInto('local_detail').values({ name: 'peer-lead', text: '<script>alert(1)</script> [link](javascript:alert(1))', changed_at: AT }).execute();
	const html = (await localDetails(db))['peer-lead']!;
	expect(html).not.toContain('<script');
	expect(html).not.toMatch(/href="javascript/);
});
