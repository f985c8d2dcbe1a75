import type { Kysely } from 'kysely';
import type { Diagnostic } from '#lib/module/diagnostic.ts';
import { londonDate } from '#lib/module/dates.ts';
import { mediaType } from '#lib/module/files.ts';
import { mediaOf } from '#lib/module/media.ts';
import { check } from '#lib/progress/check.ts';
import type { Schema } from '../database/schema.ts';
import type { ModuleFolder } from './folder.ts';
import { keepConsent } from './heard.ts';
import { hashVersion } from './hash.ts';
import { versionSetAside } from './history.ts';
import { vanishedIds, type VanishedId } from './vanished-ids.ts';
import { currentVersion } from './versions.ts';
import { withdrawnSince } from './withdrawal.ts';

export type Published =
	| { kind: 'published'; hash: string; diagnostics: Diagnostic[]; vanished: VanishedId[] }
	/** This content is what is served already. */
	| { kind: 'unchanged'; hash: string }
	/** It has errors; what was served before still is. */
	| { kind: 'refused'; diagnostics: Diagnostic[] }
	/** It was edited in the site since or withdrawn, or an older version is served in its place; only `replace` lets the folder take over. */
	| { kind: 'kept' };

/**
 * Compiles a module's folder and, where it has no error and its content is new,
 * stores it as one immutable version and serves it from now on.
 */
export async function publish(db: Kysely<Schema>, { source, files }: ModuleFolder, now: Date, replace = false): Promise<Published> {
	const hash = hashVersion(source.slug, source.text, files);
	const before = await currentVersion(db, source.slug);
	if (before?.hash === hash) return { kind: 'unchanged', hash };
	const isWithdrawn = (await withdrawnSince(db, source.slug)) !== undefined;
	const isAside = (await versionSetAside(db, source.slug)) === hash;
	if ((before?.origin === 'site' || isWithdrawn || isAside) && !replace) return { kind: 'kept' };
	const { module, diagnostics } = check({ ...source, today: londonDate(now) });
	if (!module) return { kind: 'refused', diagnostics };
	await db.transaction().execute(async (trx) => {
		await trx
			.insertInto('version')
			.values({
				hash,
				module: module.slug,
				format: module.format,
				source: source.text,
				document: JSON.stringify(module),
				published_at: now.toISOString(),
				origin: 'folder'
			})
			// The same content may come back after another; the version is still the one that it was.
			.onConflict((conflict) => conflict.doNothing())
			.execute();
		for (const [name, bytes] of mediaOf(module, files)) {
			const file = { version: hash, name, type: mediaType(name)!, bytes };
			await trx.insertInto('version_file').values(file).onConflict((conflict) => conflict.doNothing()).execute();
		}
		await trx
			.insertInto('module')
			.values({ slug: module.slug, current_version: hash })
			.onConflict((conflict) => conflict.column('slug').doUpdateSet({ current_version: hash, set_aside: null, withdrawn_at: null }))
			.execute();
		await keepConsent(trx, module, now);
	});
	return { kind: 'published', hash, diagnostics, vanished: before ? vanishedIds(before.module, module) : [] };
}
