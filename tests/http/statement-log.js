// Loaded before the built site by a test: writes down every statement that it prepares, in the file that the environment names.
import Database from 'better-sqlite3';
import { appendFileSync } from 'node:fs';

const { prepare } = Database.prototype;

Database.prototype.prepare = function (sql) {
	appendFileSync(process.env.STATEMENT_LOG, `${JSON.stringify(sql)}\n`);
	return prepare.call(this, sql);
};
