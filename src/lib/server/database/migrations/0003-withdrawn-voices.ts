import { sql, type Kysely, type Migration } from 'kysely';

/** Words that somebody no longer lends us, by a key: the words themselves are not stored again. */
export const withdrawnVoices: Migration = {
	async up(db: Kysely<unknown>) {
		await sql
			.raw(
				`CREATE TABLE withdrawn_voice (
					module TEXT NOT NULL,
					words TEXT NOT NULL,
					withdrawn_at TEXT NOT NULL CHECK (withdrawn_at IS strftime('%Y-%m-%dT%H:%M:%fZ', withdrawn_at)),
					PRIMARY KEY (module, words)
				) STRICT, WITHOUT ROWID`
			)
			.execute(db);
	}
};
