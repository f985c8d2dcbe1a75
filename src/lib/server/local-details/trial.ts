import type { Kysely } from 'kysely';
import type { Row, Schema } from '../database/schema.ts';
import { trialDatabase } from '../database/trial.ts';
import { publishGuide } from '../library/guides.ts';
import { publish } from '../library/publish.ts';
import { trialModule } from '../library/trial.ts';
import type { Change } from './save.ts';

/** For tests: the instant at which everything happens. */
export const NOW = new Date('2026-11-23T09:00:00.000Z');
export const TODAY = '2026-11-23';

/** For tests: whoever changes something, now. */
export const BY: Change = { personId: 'author', now: NOW };

const detail = (name: string, request: string) => `:::local-detail\nname: ${name}\n\n${request}\n:::\n`;

/** For tests: a database with an author, and with a module and a guide that name local details. */
export async function trialTrust(): Promise<Kysely<Schema>> {
	const db = await trialDatabase();
	await db.insertInto('person').values({ id: 'author', username: 'author', name: 'Demo author', state: 'active', created_at: NOW.toISOString() }).execute();
	await nameInModule(db, `${detail('paid-time', 'Say whether it is *paid*.')}\n# Help {#help}\n\n:::support\nAsk for help.\n:::\n\n${detail('lockers', 'Say who.')}`);
	const guide = `---\ntitle: Trial guide\nsummary: A guide for tests.\nkind: guide\naudience: all-staff\nsources:\n  - Nothing at all.\n---\n\n# Time {#time}\n\n${detail('paid-time', 'Say how to claim it.')}`;
	const published = await publishGuide(db, { slug: 'trial-guide', file: 'trial-guide.md', text: guide }, NOW);
	if (published.kind !== 'published') throw new Error(JSON.stringify(published));
	return db;
}

/** For tests: publishes the one module again, with these blocks. */
export async function nameInModule(db: Kysely<Schema>, blocks: string): Promise<void> {
	const published = await publish(db, trialModule('trial', `\n# Start {#start}\n\nText.\n\n${blocks}`), NOW);
	if (published.kind !== 'published') throw new Error(JSON.stringify(published));
}

/** For tests: what is stored of an entry. */
export async function stored(db: Kysely<Schema>, name: string): Promise<Partial<Row<'local_detail'>> | undefined> {
	return db.selectFrom('local_detail').select(['text', 'kept_by', 'checked_on']).where('name', '=', name).executeTakeFirst();
}
