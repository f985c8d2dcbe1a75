import { Zip, ZipPassThrough } from 'fflate';
import type { Kysely } from 'kysely';
import type { Schema } from '../database/schema.ts';
import { claimsTooMuch } from './claims.ts';
import { newestPackages, readPackage, type MadePackage } from './packages.ts';

/** All packages in one zip, or those that are not handed out because somebody or something has altered them. */
export type Bundle = { kind: 'whole'; stream: ReadableStream<Uint8Array<ArrayBuffer>> } | { kind: 'altered'; altered: MadePackage[] } | { kind: 'empty' };

/** The newest package of each module that may be handed out. */
export async function packagesToHandOut(db: Kysely<Schema>): Promise<MadePackage[]> {
	const ready = [...(await newestPackages(db)).values()].filter(({ ready }) => ready);
	const tooMuch = await Promise.all(ready.map((made) => claimsTooMuch(db, made)));
	return ready.filter((_, index) => !tooMuch[index]).sort((a, b) => (a.module < b.module ? -1 : 1));
}

/** One zip with the newest package of each module, each of which is looked at first. */
export async function bundlePackages(db: Kysely<Schema>): Promise<Bundle> {
	const packages = await packagesToHandOut(db);
	if (packages.length === 0) return { kind: 'empty' };
	const altered: MadePackage[] = [];
	for (const made of packages) if ((await readPackage(db, made.module, made.id))?.kind !== 'whole') altered.push(made);
	return altered.length > 0 ? { kind: 'altered', altered } : { kind: 'whole', stream: zipped(db, packages) };
}

/** The packages one after the other, so that only one of them is in the memory at a time. */
function zipped(db: Kysely<Schema>, packages: readonly MadePackage[]): ReadableStream<Uint8Array<ArrayBuffer>> {
	const left = [...packages];
	const zip = new Zip();
	return new ReadableStream({
		start(controller) {
			zip.ondata = (error, bytes, final) => {
				if (error) return controller.error(error);
				controller.enqueue(new Uint8Array(bytes));
				if (final) controller.close();
			};
		},
		async pull() {
			const next = left.shift();
			if (!next) return zip.end();
			const read = await readPackage(db, next.module, next.id);
			// What was whole a moment ago: the download breaks off, and no browser keeps half of it as done.
			if (read?.kind !== 'whole') throw new Error(`Package ${next.id} went or changed while it was being handed out.`);
			const file = new ZipPassThrough(read.made.fileName);
			file.mtime = read.made.madeAt;
			zip.add(file);
			file.push(read.bytes, true);
		}
	});
}
