import Database from 'better-sqlite3';
import { Kysely } from 'kysely';
import { closeSync, existsSync, openSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { ImmediateDialect } from './dialect.ts';
import { readOn } from './reading.ts';
import type { Schema } from './schema.ts';
import { RememberedStatements } from './statements.ts';

/** The database cannot be opened. The message is one sentence for whoever starts the server. */
export class CannotOpenDatabase extends Error {
	override name = 'CannotOpenDatabase';
}

const BUSY_TIMEOUT = 5000;

/**
 * Opens the database file, or makes an empty one, and returns the process's one
 * writing connection, with one for reading beside it. The tables come from `migrate`.
 * Throws `CannotOpenDatabase` with what to do.
 */
export function openDatabase(file: string): Kysely<Schema> {
	if (file !== ':memory:' && !existsSync(dirname(resolve(file)))) {
		throw new CannotOpenDatabase(`The folder ${dirname(resolve(file))} does not exist: create it, or name another database file.`);
	}
	let connection: Database.Database | undefined;
	try {
		if (file !== ':memory:' && !existsSync(file)) makeFile(file);
		connection = new Database(file, { timeout: BUSY_TIMEOUT });
		configure(connection);
		// What is in memory is seen by its own connection alone.
		if (file === ':memory:') return new Kysely<Schema>({ dialect: new ImmediateDialect(connection) });
		const reading = new RememberedStatements(new Database(file, { readonly: true, timeout: BUSY_TIMEOUT }));
		const db = new Kysely<Schema>({ dialect: new ImmediateDialect(connection, reading) });
		readOn(db, reading);
		return db;
	} catch (error) {
		connection?.close();
		if (error instanceof Database.SqliteError) throw new CannotOpenDatabase(explain(error.code, file), { cause: error });
		throw isSystemError(error) ? new CannotOpenDatabase(explain('SQLITE_CANTOPEN', file), { cause: error }) : error;
	}
}

/**
 * Makes the file for its owner alone: other accounts of the machine have no
 * business with it. SQLite gives the log and the index beside it the same
 * permissions (https://sqlite.org/src/file/src/os_unix.c, findCreateFileMode).
 */
function makeFile(file: string): void {
	closeSync(openSync(file, 'a', 0o600));
}

function isSystemError(error: unknown): boolean {
	return error instanceof Error && 'syscall' in error;
}

function configure(connection: Database.Database): void {
	// SQLite 3.7.0 to 3.51.2 can corrupt a WAL database when two connections
	// write or checkpoint it at the same moment (https://sqlite.org/wal.html#walresetbug).
	const version = connection.prepare('select sqlite_version()').pluck().get() as string;
	if (!isRecent(version)) {
		throw new CannotOpenDatabase(`SQLite ${version} can damage the database: run "npm ci", which brings 3.51.3 or later.`);
	}
	useWriteAheadLog(connection);
	// WAL's usual NORMAL may lose the last transactions when the power fails. An
	// answer or a completion that somebody has been told is saved must survive it.
	connection.pragma('synchronous = FULL');
	connection.pragma('foreign_keys = ON');
	// What is dropped is overwritten with zeros, so that neither the file nor a copy of it still holds it.
	connection.pragma('secure_delete = ON');
	// Without this, INSERT OR REPLACE deletes a row without its delete trigger,
	// and an append-only table could be changed that way.
	connection.pragma('recursive_triggers = ON');
}

function isRecent(version: string): boolean {
	const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number);
	return major > 3 || (major === 3 && (minor > 51 || (minor === 51 && patch >= 3)));
}

// SQLite does not always wait its turn to change the journal: of 6 processes
// that opened 40 new files at the same moments, 6 openings in 240 got
// SQLITE_BUSY at once. They try again until the usual timeout.
function useWriteAheadLog(connection: Database.Database): void {
	const deadline = Date.now() + BUSY_TIMEOUT;
	for (;;) {
		try {
			connection.pragma('journal_mode = WAL');
			return;
		} catch (error) {
			const busy = error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY');
			if (!busy || Date.now() > deadline) throw error;
			Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10);
		}
	}
}

function explain(code: string, file: string): string {
	const path = resolve(file);
	const isFolder = existsSync(path) && statSync(path).isDirectory();
	if (isFolder) return `${path} is a folder: name a file in it for the database.`;
	if (code.startsWith('SQLITE_NOTADB')) return `${path} is not a database: move it away, or name another database file.`;
	if (code.startsWith('SQLITE_CORRUPT')) return `The database ${path} is damaged: restore the last backup.`;
	if (code.startsWith('SQLITE_BUSY')) return `Another program keeps the database ${path} locked: close it and start again.`;
	if (code.startsWith('SQLITE_FULL')) return `The disk that holds ${path} is full: make room and start again.`;
	if (/^SQLITE_(CANTOPEN|READONLY|PERM|AUTH)/.test(code)) {
		return `The database ${path} cannot be written: let the user who runs the server write to the file and its folder.`;
	}
	return `The database ${path} cannot be read or written (${code}): check its disk and its permissions.`;
}
