import { sql, type Kysely, type Migration } from 'kysely';

/** When a module was taken back: it is offered to nobody from then on, and stays with whoever is in the middle of it. */
export const withdrawal: Migration = {
	async up(db: Kysely<unknown>) {
		await sql`ALTER TABLE module ADD COLUMN withdrawn_at TEXT`.execute(db);
	}
};
