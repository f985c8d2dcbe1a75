import { dirname } from 'node:path';
import { hasErrors, type Diagnostic } from '#lib/module/diagnostic.ts';
import type { LocalDetails } from '#lib/module/local-text.ts';
import { londonDate } from '#lib/module/dates.ts';
import { mediaOf } from '#lib/module/media.ts';
import { makePage } from '#lib/package/page.ts';
import { check } from '#lib/progress/check.ts';
import { keepOf } from '#lib/progress/encoding.ts';
import { CannotReadFolder, readModule } from '#lib/server/library/folder.ts';
import { readWordingIn } from '#lib/server/library/wording-list.ts';
import { hashVersion } from '#lib/server/library/hash.ts';

/** A module as a learner would see it. */
export interface Training {
	/** Tells it from every other: the version's hash and the local details. */
	key: string;
	title: string;
	/** The package's own page, with a tracker that records nowhere. */
	page: string;
	/** The files that it shows, by name. */
	media: ReadonlyMap<string, Uint8Array>;
}

/** How a module is after a save. */
export interface Rendering {
	at: Date;
	/** As it is in the folder now. */
	text: string;
	findings: Diagnostic[];
	/** Why the folder could not be read. */
	trouble?: string;
	/** The last one without mistakes; absent where there never was one. */
	training?: Training;
	/** Whether `training` is older than what is in the folder. */
	stale: boolean;
}

/** Reads and compiles a module's folder; what it cannot show, it leaves as it was `before`. */
export async function renderFolder(folder: string, details: LocalDetails, now: Date, before?: Rendering): Promise<Rendering> {
	const earlier = before?.training;
	// The list of wording may be edited too, so it is read each time.
	const { wording } = await readWordingIn(dirname(folder));
	const read = await readModule(folder, wording).catch((error: unknown) => {
		if (error instanceof CannotReadFolder) return error;
		throw error;
	});
	if (read instanceof CannotReadFolder) {
		return { at: now, text: '', findings: [], trouble: read.message, training: earlier, stale: earlier !== undefined };
	}
	const { source, files } = read;
	const { module, diagnostics } = check({ ...source, today: londonDate(now) });
	if (!module || hasErrors(diagnostics)) return { at: now, text: source.text, findings: diagnostics, training: earlier, stale: earlier !== undefined };
	const version = hashVersion(source.slug, source.text, files);
	const key = `${version} ${JSON.stringify(details)}`;
	const page = () => makePage({ module, details, draft: true, version, keep: keepOf(module), completion: 'completed', answers: false, copy: false, preview: true });
	const training = earlier?.key === key ? earlier : { key, title: module.title, page: page(), media: mediaOf(module, files) };
	return { at: now, text: source.text, findings: diagnostics, training, stale: false };
}
