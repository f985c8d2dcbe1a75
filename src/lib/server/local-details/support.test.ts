import { expect, test } from 'vitest';
import { trialDatabase } from '../database/trial.ts';
import { isSupport, joinFacts, supportEntries, supportProblems } from './support.ts';
import { textProblems } from './typed.ts';

const NOW = new Date('2026-11-26T09:00:00.000Z');

async function supportWith(text: string, checked_on: string | null = '2026-11-01') {
	const db = await trialDatabase();
	await db.insertInto('local_detail').values({ name: 'staff-support', text, checked_on, changed_at: NOW.toISOString() }).execute();
	return supportEntries(db, NOW);
}

test('urgent help comes first, filled in or not', async () => {
	const [first, second] = await supportWith('Ring.');
	expect(first).toEqual({ name: 'urgent-help', title: 'Urgent help', state: 'missing', facts: [], unreachable: false, html: '', checkedOn: null });
	expect(second).toMatchObject({ name: 'staff-support', state: 'checked', checkedOn: '2026-11-01' });
});

test('an entry says who runs it, how to reach it and whether it is private', async () => {
	const entry = (await supportWith('- **Run by:** us\n- **How to reach it:** [1234](tel:1234)\n- **Is it private:** yes\n\nRing *any* time.'))[1]!;
	expect(entry.facts).toEqual([
		{ key: 'Run by', html: '<p>us</p>' },
		{ key: 'How to reach it', html: '<p><a href="tel:1234">1234</a></p>' },
		{ key: 'Is it private', html: '<p>yes</p>' }
	]);
	expect(entry).toMatchObject({ html: '<p>Ring <em>any</em> time.</p>', unreachable: false });
});

test('an entry without a way to reach it says so', async () => {
	expect((await supportWith('- **Run by:** us'))[1]).toMatchObject({ unreachable: true, html: '' });
	expect((await supportWith('Ring.', '2025-11-01'))[1]).toMatchObject({ unreachable: true, state: 'stale', html: '<p>Ring.</p>' });
});

test('a support entry cannot be saved without a way to reach it, and others can', () => {
	expect(supportProblems('staff-support', 'Ring.')).toEqual([{ field: 'reach', words: 'Say how to reach it, such as a phone number, an email address, or when and where' }]);
	expect(supportProblems('staff-support', '- **How to reach it:** ring 1234')).toEqual([]);
	expect(supportProblems('staff-support', '')).toEqual([]);
	expect(supportProblems('paid-time', 'Yes.')).toEqual([]);
	expect([isSupport('peer-network'), isSupport('paid-time'), isSupport('constructor')]).toEqual([true, false, false]);
});

test('what a form has in parts becomes one text', () => {
	const form: Record<string, string> = { runBy: 'us', reach: ' ring\n1234 ', private: '', text: 'Any time.' };
	expect(joinFacts((name) => form[name]!)).toBe('- **Run by:** us\n- **How to reach it:** ring 1234\n\nAny time.');
});

test('each part of a support entry has a limit of its own, and its lines are counted from the top of its box', () => {
	const head = '- **How to reach it:** ring 1234';
	expect(textProblems('staff-support', `${head}\n\n${'a'.repeat(10_000)}`)).toEqual([]);
	expect(textProblems('staff-support', `${head}\n\n${'a'.repeat(10_001)}`)).toEqual([expect.stringMatching(/^The text has 10,001 characters/)]);
	expect(textProblems('staff-support', `${head}\n\n<b>Ring</b>`)).toEqual([expect.stringMatching(/^Line 1: /)]);
	expect(textProblems('staff-support', '- **How to reach it:** <b>ring</b>\n\nText')).toEqual([expect.stringMatching(/^In a box above: /)]);
	expect(supportProblems('staff-support', `${head}${'1'.repeat(300)}`)).toEqual([{ field: 'reach', words: expect.stringMatching(/^This has 309 characters/) }]);
});
