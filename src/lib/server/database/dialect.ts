import {
	CompiledQuery,
	SqliteAdapter,
	SqliteDialect,
	SqliteDriver,
	type DatabaseConnection,
	type SqliteDatabase
} from 'kysely';
import { RememberedStatements } from './statements.ts';

class ImmediateDriver extends SqliteDriver {
	readonly #reading: SqliteDatabase | undefined;

	constructor(database: SqliteDatabase, reading?: SqliteDatabase) {
		super({ database });
		this.#reading = reading;
	}

	// A plain BEGIN takes the write lock at the first write. If another process
	// wrote in between, that write fails at once with SQLITE_BUSY, whatever the
	// busy timeout (https://sqlite.org/rescode.html#busy_snapshot). IMMEDIATE
	// waits for its turn at the start, where waiting is possible.
	override async beginTransaction(connection: DatabaseConnection): Promise<void> {
		await connection.executeQuery(CompiledQuery.raw('begin immediate'));
	}

	// The connection that writes is closed last: SQLite then empties the log and takes it away.
	override async destroy(): Promise<void> {
		this.#reading?.close();
		await super.destroy();
	}
}

class TransactionalAdapter extends SqliteAdapter {
	// SQLite's CREATE and ALTER are part of a transaction like any other
	// statement. Saying so lets the Migrator run all that is pending in one
	// transaction, which is also what keeps two processes from migrating at once.
	override get supportsTransactionalDdl(): boolean {
		return true;
	}
}

/** Kysely's SQLite dialect for one connection, with transactions that are `BEGIN IMMEDIATE`. */
export class ImmediateDialect extends SqliteDialect {
	readonly #database: SqliteDatabase;
	readonly #reading: SqliteDatabase | undefined;

	/** @param reading a connection for whoever only reads; it is closed with the other */
	constructor(database: SqliteDatabase, reading?: SqliteDatabase) {
		const remembering = new RememberedStatements(database);
		super({ database: remembering });
		this.#database = remembering;
		this.#reading = reading;
	}

	override createDriver(): ImmediateDriver {
		return new ImmediateDriver(this.#database, this.#reading);
	}

	override createAdapter(): TransactionalAdapter {
		return new TransactionalAdapter();
	}
}
