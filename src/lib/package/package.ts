import { zipSync, strToU8, type Zippable } from 'fflate';
import { localDetails, type Module } from '#lib/module/module.ts';
import type { LocalDetails } from '#lib/module/local-text.ts';
import { SUPPORT_ENTRIES } from '#lib/module/support-entries.ts';
import { keepOf } from '#lib/progress/encoding.ts';
import { controlDocuments12, playerScript, playerStyles } from './assets.ts';
import { manifest12 } from './manifest-1.2.ts';
import type { PackageOptions } from './options.ts';
import { makePage } from './page.ts';
import type { Standard } from './standards.ts';

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
	for (const [name, bytes] of files) entries[name] = [bytes, { mtime: DATE, level: 9 }];
	return zipSync(entries);
}

/** The files of a package, the manifest first, which some LMSs look for at the start. */
export function packageFiles({ module, version, media, details, draft }: PackageContents): Map<string, Uint8Array> {
	const content: [string, Uint8Array][] = [
		['index.html', strToU8(makePage({ module, details: named(module, details), draft, version, keep: keepOf(module), tracker: 'scorm-1.2' }))],
		['player.css', strToU8(playerStyles)],
		['player.js', strToU8(playerScript)],
		...[...media].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, bytes]): [string, Uint8Array] => [`media/${name}`, bytes])
	];
	const manifest = manifest12(module, version, content.map(([name]) => name));
	const control = Object.entries(controlDocuments12).map(([name, text]): [string, Uint8Array] => [name, strToU8(text)]);
	return new Map([['imsmanifest.xml', strToU8(manifest)], ...content, ...control]);
}

/** The details that the module or its support page shows, and no other that the trust has filled in. */
function named(module: Module, details: LocalDetails): LocalDetails {
	const names = [...localDetails(module), ...SUPPORT_ENTRIES].map(({ name }) => name);
	return Object.fromEntries(Object.entries(details).filter(([name]) => names.includes(name)).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The file name that a package is handed out under: letters that no LMS strips. */
export function packageName(module: Module, version: string, standard: Standard): string {
	return `${module.slug}-${version.slice(0, 8)}-${standard}.zip`;
}
