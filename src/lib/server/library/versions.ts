import type { Kysely } from 'kysely';
import { londonDate } from '#lib/module/dates.ts';
import { mediaType, type Files } from '#lib/module/files.ts';
import { FORMAT, type Module } from '#lib/module/module.ts';
import { check } from '#lib/progress/check.ts';
import { prepare } from '../database/prepare.ts';
import type { Row, Schema } from '../database/schema.ts';
import { factsOf } from './file-facts.ts';

/** A module as published at one moment. */
export interface Version {
	hash: string;
	module: Module;
	publishedAt: string;
	origin: Row<'version'>['origin'];
}

/** Versions never change, so each is parsed once; a site has tens of them in use. */
const parsed = new Map<string, Version>();
const MOST_PARSED = 200;

/** The version that is served of the module at `slug`, or undefined: also where the module was withdrawn. */
export async function currentVersion(db: Kysely<Schema>, slug: string): Promise<Version | undefined> {
	const [row] = await servedRows(db, slug);
	return row && findVersion(db, row.current_version);
}

const servedRows = prepare((db, slug: string) => db.selectFrom('module').select('current_version').where('slug', '=', slug).where('withdrawn_at', 'is', null));

/** Every module's served version, by slug. */
export async function currentVersions(db: Kysely<Schema>): Promise<Version[]> {
	const rows = await everyServedRow(db);
	const versions = await Promise.all(rows.map(({ current_version }) => findVersion(db, current_version)));
	return versions.filter((version) => version !== undefined);
}

const everyServedRow = prepare((db) => db.selectFrom('module').select('current_version').where('withdrawn_at', 'is', null).orderBy('slug'));

/** The modules of which a version is served, by slug. */
export async function servedModules(db: Kysely<Schema>): Promise<Set<string>> {
	const rows = await db.selectFrom('module').select('slug').where('withdrawn_at', 'is', null).execute();
	return new Set(rows.map(({ slug }) => slug));
}

/** The version at `hash`, or undefined. */
export async function findVersion(db: Kysely<Schema>, hash: string): Promise<Version | undefined> {
	const known = parsed.get(hash);
	if (known) return known;
	const row = await db.selectFrom('version').selectAll().where('hash', '=', hash).executeTakeFirst();
	if (!row) return undefined;
	const version = { hash, module: await readDocument(db, row), publishedAt: row.published_at, origin: row.origin };
	if (parsed.size >= MOST_PARSED) parsed.delete(parsed.keys().next().value!);
	parsed.set(hash, version);
	return version;
}

/** The text that the served version of a module was made from, or undefined. */
export async function currentSource(db: Kysely<Schema>, slug: string): Promise<{ hash: string; text: string } | undefined> {
	return db
		.selectFrom('module')
		.innerJoin('version', 'version.hash', 'module.current_version')
		.select(['version.hash', 'version.source as text'])
		.where('module.slug', '=', slug)
		.where('module.withdrawn_at', 'is', null)
		.executeTakeFirst();
}

/** What the files of a version are. They were checked when it was published: a rule that is newer takes nothing away. */
export async function filesOf(db: Kysely<Schema>, hash: string): Promise<Files> {
	const found = await factsOf(await versionFiles(db, hash));
	return new Map([...found].map(([name, facts]) => [name, { ...facts, type: mediaType(name), bytes: 0 }]));
}

/** The files that a version shows, by name. */
export async function versionFiles(db: Kysely<Schema>, hash: string): Promise<Map<string, Uint8Array>> {
	const rows = await db.selectFrom('version_file').select(['name', 'bytes']).where('version', '=', hash).orderBy('name').execute();
	return new Map(rows.map(({ name, bytes }) => [name, bytes]));
}

/** One of them, or undefined. */
export async function versionFile(db: Kysely<Schema>, hash: string, name: string): Promise<{ type: string; bytes: Uint8Array<ArrayBuffer> } | undefined> {
	const row = await db.selectFrom('version_file').select(['type', 'bytes']).where('version', '=', hash).where('name', '=', name).executeTakeFirst();
	return row && { type: row.type, bytes: new Uint8Array(row.bytes) };
}

async function readDocument(db: Kysely<Schema>, row: Row<'version'>): Promise<Module> {
	if (row.format === FORMAT) return JSON.parse(row.document) as Module;
	// As on the day on which it was published: what was left out then has left no file behind.
	const { module } = check({ slug: row.module, file: row.module, text: row.source, files: await filesOf(db, row.hash), today: londonDate(new Date(row.published_at)) });
	if (!module) throw new Error(`Version ${row.hash} of ${row.module} no longer compiles.`);
	return module;
}
