import { zipSync, strToU8, type Zippable } from 'fflate';
import { localDetails, type Module } from '#lib/module/module.ts';
import type { LocalDetails } from '#lib/module/local-text.ts';
import { SUPPORT_ENTRIES } from '#lib/module/support-entries.ts';
import { keepOf } from '#lib/progress/encoding.ts';
import { CONTROL_DOCUMENTS, PLAYER_SCRIPTS, playerStyles } from './assets.ts';
import { DIALECTS } from './dialects.ts';
import { writeManifest } from './manifest.ts';
import type { PackageOptions } from './options.ts';
import { makePage } from './page.ts';
import { isScorm, type Standard } from './standards.ts';

/** What goes into a package. The same inputs give the same bytes, on any machine. */
export interface PackageContents {
	module: Module;
	/** The version's hash. */
	version: string;
	/** The module's images, by file name. */
	media: ReadonlyMap<string, Uint8Array>;
	details: LocalDetails;
	draft: boolean;
	/** The roles of those who made it and agreed to it, such as "Peer support workers"; never names. Empty for a draft. */
	contributors: readonly string[];
	options: PackageOptions;
}

/** Every file's date in the zip; `fflate` writes the parts as they are in local time, so no time zone shows. */
const DATE = new Date(1980, 0, 1);

/** Makes a package: the bytes of a zip for a learning system. */
export function makePackage(contents: PackageContents): Uint8Array {
	const files = packageFiles(contents);
	const entries: Zippable = {};
	for (const [name, bytes] of files) entries[name] = [bytes, { mtime: DATE, level: isCompressed(name) ? 0 : 9 }];
	return zipSync(entries);
}

/** Pictures, sound and video are compressed already: a second time takes long and gains nothing. */
function isCompressed(name: string): boolean {
	return name.startsWith('media/') && !name.endsWith('.vtt');
}

/** The files of a package: for a learning system the manifest first, which some of them look for at the start. */
export function packageFiles(contents: PackageContents): Map<string, Uint8Array> {
	const { standard } = contents.options;
	const content = contentFiles(contents);
	if (!isScorm(standard)) return new Map(content);
	const manifest = writeManifest({ ...contents, files: content.map(([name]) => name) }, DIALECTS[standard]);
	return new Map([['imsmanifest.xml', strToU8(manifest)], ...content, ...asBytes(CONTROL_DOCUMENTS[standard])]);
}

/** What a browser shows, the same in every standard but for where it records. */
function contentFiles({ module, version, media, details, draft, options }: PackageContents): [string, Uint8Array][] {
	const { standard, passMark, completion, reportAnswers } = options;
	const { pass: _, ...rest } = module;
	const page = makePage({
		module: passMark === undefined ? rest : { ...rest, pass: passMark },
		details: shownDetails(module, details),
		draft,
		version,
		keep: keepOf(module),
		completion,
		answers: reportAnswers,
		copy: !isScorm(standard)
	});
	return [
		...asBytes({ 'index.html': page, 'player.css': playerStyles, 'player.js': PLAYER_SCRIPTS[standard] }),
		...[...media].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, bytes]): [string, Uint8Array] => [`media/${name}`, bytes])
	];
}

function asBytes(files: Readonly<Record<string, string>>): [string, Uint8Array][] {
	return Object.entries(files).map(([name, text]) => [name, strToU8(text)]);
}

/** The names of the local details that a package shows: those of its module, and those of its support page. */
export function detailNames(module: Module): string[] {
	return [...new Set([...localDetails(module), ...SUPPORT_ENTRIES].map(({ name }) => name))];
}

/** The details that the package shows, and no other that the trust has filled in. */
export function shownDetails(module: Module, details: LocalDetails): LocalDetails {
	const names = detailNames(module);
	return Object.fromEntries(Object.entries(details).filter(([name]) => names.includes(name)).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The file name that a package is handed out under: letters that no LMS strips. */
export function packageName(module: Pick<Module, 'slug'>, version: string, standard: Standard): string {
	return `${module.slug}-${version.slice(0, 8)}-${standard}.zip`;
}
