import { Migrator, type Kysely, type Migration } from 'kysely';
import { start } from './migrations/0001-start.ts';
import { guides } from './migrations/0002-guides.ts';
import { withdrawnVoices } from './migrations/0003-withdrawn-voices.ts';
import { localDetailHistory } from './migrations/0004-local-details.ts';
import { signOff } from './migrations/0005-sign-off.ts';
import { packages } from './migrations/0006-packages.ts';
import { preview } from './migrations/0007-preview.ts';
import { requirements } from './migrations/0008-requirements.ts';
import { voices } from './migrations/0009-voices.ts';
import { withdrawal } from './migrations/0010-withdrawal.ts';
import { forms } from './migrations/0011-forms.ts';
import { nameChanges } from './migrations/0012-name-changes.ts';
import type { Schema } from './schema.ts';

// In code, so that nothing is looked up on disk when the built server runs.
// Append-only: a migration that has run somewhere never changes.
const MIGRATIONS: Record<string, Migration> = {
	'0001-start': start,
	'0002-guides': guides,
	'0003-withdrawn-voices': withdrawnVoices,
	'0004-local-details': localDetailHistory,
	'0005-sign-off': signOff,
	'0006-packages': packages,
	'0007-preview': preview,
	'0008-requirements': requirements,
	'0009-voices': voices,
	'0010-withdrawal': withdrawal,
	'0011-forms': forms,
	'0012-name-changes': nameChanges
};

/**
 * Brings the tables of `db` up to date, in one transaction: all of it or
 * nothing, and a second process that starts at the same time waits and then
 * finds nothing to do. Throws what went wrong.
 */
export async function migrate(db: Kysely<Schema>): Promise<void> {
	const migrator = new Migrator({ db, provider: { getMigrations: async () => MIGRATIONS } });
	// The Migrator returns its error instead of throwing it.
	const { error } = await migrator.migrateToLatest();
	if (error) throw error;
}
