import { sql, type Kysely, type Transaction } from 'kysely';
import type { Schema } from './schema.ts';

interface Job {
	work(trx: Transaction<Schema>): Promise<unknown>;
	resolve(value: unknown): void;
	reject(error: unknown): void;
}

/** For each database what waits to be written with the next transaction. */
const waiting = new WeakMap<Kysely<Schema>, Job[]>();

/**
 * Does `work` in a transaction that it may share with what others want to write
 * at the same moment, and resolves when the transaction is on the disk. Waiting
 * for the disk is what takes longest of recording an answer, up to 10 ms on an
 * old server, and while it lasts nobody is served: so those who come together
 * wait once. Work that fails undoes what it did itself and nothing else.
 */
export function together<T>(db: Kysely<Schema>, work: (trx: Transaction<Schema>) => Promise<T>): Promise<T> {
	return new Promise<T>((resolve, reject) => {
		const job: Job = { work, resolve: (value) => resolve(value as T), reject };
		const others = waiting.get(db);
		if (others) others.push(job);
		else {
			const jobs = [job];
			waiting.set(db, jobs);
			// After every request that has arrived by now, which is what makes them come together.
			setImmediate(() => write(db, jobs));
		}
	});
}

async function write(db: Kysely<Schema>, jobs: Job[]): Promise<void> {
	// Whoever comes from now on waits for the next.
	waiting.delete(db);
	const answers: (() => void)[] = [];
	try {
		await db.transaction().execute(async (trx) => {
			for (const job of jobs) answers.push(await perform(trx, job));
		});
	} catch (error) {
		for (const { reject } of jobs) reject(error);
		return;
	}
	for (const answer of answers) answer();
}

/** Does one job's work; returns what tells whoever waits for it. */
async function perform(trx: Transaction<Schema>, { work, resolve, reject }: Job): Promise<() => void> {
	await sql`SAVEPOINT job`.execute(trx);
	try {
		const value = await work(trx);
		return () => resolve(value);
	} catch (error) {
		await sql`ROLLBACK TO job`.execute(trx);
		return () => reject(error);
	} finally {
		await sql`RELEASE job`.execute(trx);
	}
}
