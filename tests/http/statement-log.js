// Loaded before the built site by a test: writes down every statement that it runs, in the file that the environment names.
import Database from 'better-sqlite3';
import { appendFileSync } from 'node:fs';

const { prepare } = Database.prototype;

/** The site prepares a statement once and runs it many times: what counts is each run. */
Database.prototype.prepare = function (sql) {
	const statement = prepare.call(this, sql);
	for (const way of ['all', 'get', 'run', 'iterate']) {
		const { [way]: execute } = statement;
		statement[way] = function (...values) {
			appendFileSync(process.env.STATEMENT_LOG, `${JSON.stringify(sql)}\n`);
			return execute.apply(this, values);
		};
	}
	return statement;
};
