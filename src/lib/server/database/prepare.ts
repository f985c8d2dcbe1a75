import type { Compilable, CompiledQuery, Kysely } from 'kysely';
import { readingConnection } from './reading.ts';
import type { Schema } from './schema.ts';

/** Stands in a query for what is given when it is asked. */
class Given {
	readonly place: number;

	constructor(place: number) {
		this.place = place;
	}
}

/**
 * A query that is built once and asked many times, each time with other values.
 * Kysely builds and compiles a query anew whenever it is asked, which takes about
 * five times as long as SQLite takes to answer one by a key: for what every page
 * asks, that is a good part of the page. What only reads is asked of the
 * database's reading connection, and inside a transaction of the transaction.
 *
 * @param build builds the query from its values. It only puts them where values
 *   stand: what it is called with are no values yet, so that a query that looks
 *   at one would be wrong, and throws the first time it is asked
 * @returns asks it of a database, or inside a transaction
 */
export function prepare<Values extends readonly (string | number)[], Found>(
	build: (db: Kysely<Schema>, ...values: Values) => Compilable<Found>
): (db: Kysely<Schema>, ...values: Values) => Promise<Found[]> {
	let compiled: CompiledQuery<Found> | undefined;
	return async (db, ...values) => {
		compiled ??= compile(db, build, values.length);
		const parameters = compiled.parameters.map((parameter) => (parameter instanceof Given ? values[parameter.place] : parameter));
		const reading = compiled.query.kind === 'SelectQueryNode' && readingConnection(db);
		if (reading) return reading.prepare(compiled.sql).all(parameters) as Found[];
		const { rows } = await db.executeQuery<Found>({ ...compiled, parameters });
		return rows;
	};
}

function compile<Values extends readonly (string | number)[], Found>(
	db: Kysely<Schema>,
	build: (db: Kysely<Schema>, ...values: Values) => Compilable<Found>,
	count: number
): CompiledQuery<Found> {
	const given = Array.from({ length: count }, (_, place) => new Given(place));
	// To the types they are the values that they stand for.
	const compiled = build(db, ...(given as unknown as Values)).compile();
	const missing = given.filter((one) => !compiled.parameters.includes(one));
	if (missing.length > 0) throw new Error(`Value ${missing[0]!.place + 1} does not stand in the query: ${compiled.sql}`);
	return compiled;
}
