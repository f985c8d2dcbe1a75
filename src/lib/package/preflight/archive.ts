import { strFromU8, unzipSync } from 'fflate';
import type { PackageData } from '#lib/player/package-data.ts';

/** A package as a learning system finds it. */
export interface Archive {
	/** In the order of the zip. */
	files: ReadonlyMap<string, Uint8Array>;
	/** What its page carries for its script. */
	data: PackageData;
	page: string;
	/** Absent from plain HTML. */
	manifest?: string;
}

/**
 * Opens the zip of a package that we made.
 *
 * @throws where it is no zip, or has no page with a module in it
 */
export function openArchive(zip: Uint8Array): Archive {
	const files = new Map(Object.entries(unzipSync(zip)));
	const page = strFromU8(files.get('index.html')!);
	const [, json] = /<script type="application\/json" id="module">([^]*?)<\/script>/.exec(page)!;
	const manifest = files.get('imsmanifest.xml');
	return { files, page, data: JSON.parse(json!) as PackageData, ...(manifest ? { manifest: strFromU8(manifest) } : {}) };
}
