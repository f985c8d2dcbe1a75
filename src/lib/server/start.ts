import type { Kysely } from 'kysely';
import type { Logger } from 'pino';
import type { Wording } from '#lib/module/checks/wording.ts';
import { migrate } from './database/migrate.ts';
import { openDatabase } from './database/open.ts';
import type { Schema } from './database/schema.ts';
import { CannotReadFolder, findModules, readModule } from './library/folder.ts';
import { findGuides, readGuide } from './library/guide-folder.ts';
import { publishGuide, withdrawStories } from './library/guides.ts';
import { publish } from './library/publish.ts';
import { readWordingIn } from './library/wording-list.ts';
import { deleteOldReports } from './problems/reports.ts';
import type { Settings } from './settings.ts';

/** Opens the database, brings it up to date and publishes what is new in the folder of modules and guides. */
export async function start(settings: Settings, log: Logger, now: Date): Promise<{ db: Kysely<Schema>; wording: Wording | undefined }> {
	const db = openDatabase(settings.database);
	await migrate(db);
	await deleteOldReports(db, now);
	const { wording } = await readWordingIn(settings.modules);
	for (const folder of await findModules(settings.modules)) {
		const module = await readModule(folder, wording).catch((error: unknown) => {
			if (error instanceof CannotReadFolder) return log.error({ folder, reason: error.message }, 'not published'), undefined;
			throw error;
		});
		if (!module) continue;
		const result = await publish(db, module, now);
		const { slug } = module.source;
		if (result.kind === 'published') log.info({ slug, version: result.hash, vanished: result.vanished }, 'published');
		// One module's mistakes keep no other from being served, nor its own last good version.
		if (result.kind === 'refused') log.error({ slug, diagnostics: result.diagnostics }, 'not published: run "npx alongside check"');
		if (result.kind === 'kept') log.info({ slug }, 'changed or withdrawn in the site since: the folder is not published');
	}
	const agreed: string[] = [];
	for (const file of await findGuides(settings.modules)) {
		const source = await readGuide(file, wording);
		const result = await publishGuide(db, source, now);
		if (result.kind === 'published') log.info({ guide: source.slug, version: result.hash }, 'published');
		if (result.kind !== 'refused' || !result.diagnostics.some(({ code }) => code === 'story-unapproved')) agreed.push(source.slug);
		if (result.kind === 'refused') log.error({ guide: source.slug, diagnostics: result.diagnostics }, 'not published: run "npx alongside check"');
	}
	for (const slug of await withdrawStories(db, agreed)) log.info({ guide: slug }, 'not served any more');
	return { db, wording };
}
