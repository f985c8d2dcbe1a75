import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { PackageOptions } from '#lib/package/options.ts';
import { packageName } from '#lib/package/package.ts';
import type { Check } from '#lib/package/preflight/preflight.ts';
import type { Row, Schema } from '../database/schema.ts';

/** What is known of a package that was made, without its bytes. */
export interface MadePackage {
	id: number;
	/** The module's slug. */
	module: string;
	/** The version's hash. */
	version: string;
	options: PackageOptions;
	madeAt: Date;
	/** The name of whoever made it. */
	madeBy: string;
	draft: boolean;
	/** Nothing failed when it was looked at, so that it may be handed out. */
	ready: boolean;
	checks: Check[];
	/** A hash of each thing that went in, by its name. */
	ingredients: Readonly<Record<string, string>>;
	/** The hash of its bytes, in hex. */
	sha256: string;
	/** How many bytes it has. */
	length: number;
	/** The name that it is handed out under. */
	fileName: string;
}

/** A package with its bytes, or without where they are not those that were stored. */
export type ReadPackage = { kind: 'whole'; made: MadePackage; bytes: Uint8Array<ArrayBuffer> } | { kind: 'altered'; made: MadePackage };

const FACTS = ['package.id', 'module', 'version', 'options', 'made_at', 'draft', 'ready', 'checks', 'ingredients', 'sha256', 'length'] as const;

/** How many packages of a module are kept; older ones go when a new one is made. */
export const KEPT = 5;

/** The SHA-256 of `bytes`, in hex. */
export function sha256(bytes: Uint8Array | string): string {
	return createHash('sha256').update(bytes).digest('hex');
}

/** What is known of the package `id` of a module, or undefined. */
export async function findPackage(db: Kysely<Schema>, module: string, id: number): Promise<MadePackage | undefined> {
	const row = await packages(db).where('package.id', '=', id).where('module', '=', module).executeTakeFirst();
	return row && factsOf(row);
}

/** The packages of a module that are kept, the newest first. */
export async function packagesOf(db: Kysely<Schema>, module: string): Promise<MadePackage[]> {
	const rows = await packages(db).where('module', '=', module).orderBy('package.id', 'desc').execute();
	return rows.map(factsOf);
}

/** The newest package of each module that has one, by the module's slug. */
export async function newestPackages(db: Kysely<Schema>): Promise<Map<string, MadePackage>> {
	const newest = db.selectFrom('package').select(({ fn }) => fn.max('id').as('id')).groupBy('module');
	const rows = await packages(db).where('package.id', 'in', newest).execute();
	return new Map(rows.map((row) => [row.module, factsOf(row)]));
}

/**
 * The package `id` of a module with its bytes, which are looked at: those that
 * somebody or a bad disk has altered are never given. Undefined where there is none.
 */
export async function readPackage(db: Kysely<Schema>, module: string, id: number): Promise<ReadPackage | undefined> {
	const row = await packages(db).select('bytes').where('package.id', '=', id).where('module', '=', module).executeTakeFirst();
	if (!row) return undefined;
	const made = factsOf(row);
	const bytes = new Uint8Array(row.bytes);
	return bytes.length === made.length && sha256(bytes) === made.sha256 ? { kind: 'whole', made, bytes } : { kind: 'altered', made };
}

function packages(db: Kysely<Schema>) {
	return db.selectFrom('package').innerJoin('person', 'person.id', 'package.made_by').select(FACTS).select('person.name');
}

function factsOf({ id, module, version, options, made_at, name, draft, ready, checks, ingredients, sha256, length }: Omit<Row<'package'>, 'bytes' | 'made_by'> & { name: string }): MadePackage {
	const read = JSON.parse(options) as PackageOptions;
	return {
		id,
		module,
		version,
		options: read,
		madeAt: new Date(made_at),
		madeBy: name,
		draft: draft === 1,
		ready: ready === 1,
		checks: JSON.parse(checks) as Check[],
		ingredients: JSON.parse(ingredients) as Record<string, string>,
		sha256,
		length,
		fileName: packageName({ slug: module }, version, read.standard)
	};
}
