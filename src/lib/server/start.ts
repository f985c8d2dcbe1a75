import type { Kysely } from 'kysely';
import type { Logger } from 'pino';
import { migrate } from './database/migrate.ts';
import { openDatabase } from './database/open.ts';
import type { Schema } from './database/schema.ts';
import { CannotReadFolder, findModules, readModule } from './library/folder.ts';
import { publish } from './library/publish.ts';
import type { Settings } from './settings.ts';

/** Opens the database, brings it up to date and publishes what is new in the folder of modules. */
export async function start(settings: Settings, log: Logger, now: Date): Promise<Kysely<Schema>> {
	const db = openDatabase(settings.database);
	await migrate(db);
	for (const folder of await findModules(settings.modules)) {
		const module = await readModule(folder).catch((error: unknown) => {
			if (error instanceof CannotReadFolder) return log.error({ folder, reason: error.message }, 'not published'), undefined;
			throw error;
		});
		if (!module) continue;
		const result = await publish(db, module, now);
		const { slug } = module.source;
		if (result.kind === 'published') log.info({ slug, version: result.hash, vanished: result.vanished }, 'published');
		// One module's mistakes keep no other from being served, nor its own last good version.
		if (result.kind === 'refused') log.error({ slug, diagnostics: result.diagnostics }, 'not published: run "npx alongside check"');
		if (result.kind === 'kept') log.info({ slug }, 'edited in the site since: the folder is not published');
	}
	return db;
}
