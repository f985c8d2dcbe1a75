import type { Kysely } from 'kysely';
import { expect, test } from 'vitest';
import type { NewRow, Schema } from '../database/schema.ts';
import { trialDatabase } from '../database/trial.ts';
import { publish } from '../library/publish.ts';
import { trialModule } from '../library/trial.ts';
import { certificateOf } from '../records/certificates.ts';
import { validUntil } from './valid-until.ts';

const NOW = new Date('2026-11-23T09:00:00.000Z');
const YEARLY = { within_days: 0, renew_months: 12, starts_on: '2020-01-01' };

/** Somebody in every audience, who is asked for this, with these completions on these days, the first of which is number 1. */
async function withAsked(requirements: NewRow<'requirement'>[], completions: [module: string, on: string][]): Promise<Kysely<Schema>> {
	const db = await trialDatabase();
	await db.insertInto('audience').values([{ slug: 'all-staff', name: 'All staff', sensitive: 0 }, { slug: 'peers', name: 'Peer workers', sensitive: 1 }]).execute();
	await db.insertInto('person').values({ id: 'somebody', username: 'somebody', name: 'Demo somebody', state: 'active', created_at: NOW.toISOString() }).execute();
	for (const audience of ['all-staff', 'peers']) await db.insertInto('audience_member').values({ audience, person_id: 'somebody', since: '2020-01-01' }).execute();
	await db.insertInto('requirement').values(requirements).execute();
	for (const [slug, audience] of [['alongside', 'all-staff'], ['triggers', 'peers']] as const) await publish(db, trialModule(slug, '\n# Only {#only}\n\nText.\n', { audience }), NOW);
	for (const [module, on] of completions) await db.insertInto('completion').values({ person_id: 'somebody', module, completed_at: `${on}T12:00:00.000Z`, source: 'recorded' }).execute();
	return db;
}

async function untilOf(db: Kysely<Schema>, completion = 1) {
	return validUntil(db, 'somebody', (await certificateOf(db, 'somebody', completion))!, NOW);
}

test('a certificate is valid as long as it counts for what is asked', async () => {
	expect(await untilOf(await withAsked([{ audience: 'all-staff', module: 'alongside', ...YEARLY }], [['alongside', '2026-05-01']]))).toBe('2027-05-01');
});

test('nothing is said of one that has run out, of one before the last, or of what is asked once or not at all', async () => {
	const yearly = { audience: 'all-staff', module: 'alongside', ...YEARLY };
	expect(await untilOf(await withAsked([yearly], [['alongside', '2024-05-01']]))).toBeUndefined();
	expect(await untilOf(await withAsked([yearly], [['alongside', '2026-01-01'], ['alongside', '2026-05-01']]))).toBeUndefined();
	expect(await untilOf(await withAsked([{ ...yearly, renew_months: null }], [['alongside', '2026-05-01']]))).toBeUndefined();
	expect(await untilOf(await withAsked([{ ...yearly, module: 'other' }], [['alongside', '2026-05-01']]))).toBeUndefined();
});

test('a certificate of a module for all staff does not show that more is asked of its holder as a peer', async () => {
	const forPeers = { audience: 'peers', module: 'alongside', ...YEARLY };
	expect(await untilOf(await withAsked([forPeers, { ...forPeers, audience: 'all-staff', renew_months: 36 }], [['alongside', '2026-05-01']]))).toBeUndefined();
	expect(await untilOf(await withAsked([{ ...forPeers, module: 'triggers' }], [['triggers', '2026-05-01']]))).toBe('2027-05-01');
});
