import type { SqliteDatabase, SqliteStatement } from 'kysely';

/** Texts of statements differ where a list has another length; those in use at a time are far fewer. */
const MOST = 300;

/**
 * A connection that prepares each statement once. Kysely prepares at every
 * execution, which was a sixth of the time of a learner's page. SQLite prepares
 * a statement again by itself where the schema has changed since
 * (https://sqlite.org/c3ref/prepare.html). Nothing iterates: a statement is
 * done before anybody can ask for it again.
 */
export class RememberedStatements implements SqliteDatabase {
	readonly #database: SqliteDatabase;
	/** The one that was used longest ago first. */
	readonly #prepared = new Map<string, SqliteStatement>();

	constructor(database: SqliteDatabase) {
		this.#database = database;
	}

	prepare(sql: string): SqliteStatement {
		const statement = this.#prepared.get(sql) ?? this.#database.prepare(sql);
		this.#prepared.delete(sql);
		this.#prepared.set(sql, statement);
		if (this.#prepared.size > MOST) this.#prepared.delete(this.#prepared.keys().next().value!);
		return statement;
	}

	close(): void {
		this.#prepared.clear();
		this.#database.close();
	}
}
