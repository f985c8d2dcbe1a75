import type { Module } from '#lib/module/module.ts';
import { packageFiles, shownDetails, type PackageContents } from '#lib/package/package.ts';
import type { PackageOptions } from '#lib/package/options.ts';
import type { Standing } from './contents.ts';
import { sha256, type MadePackage } from './packages.ts';

/** A hash of each thing that goes into a package, so that one that would come out otherwise today is known, with the reason. */
export interface Ingredients {
	version: string;
	/** The words that somebody lent us, which they may withdraw. */
	voices: string;
	/** What the trust has filled in, of what is shown. */
	details: string;
	/** Who has reviewed it, if they have. */
	review: string;
	options: string;
	/** Everything that comes out, but for pictures, sound and video, which are the version's. */
	files: string;
}

const hashOf = (value: unknown) => sha256(JSON.stringify(value));

/** The ingredients of a package with these contents. Its media may be empty: only their names count. */
export function ingredientsOf(contents: PackageContents): Ingredients {
	return { ...namesOf(contents), files: filesOf(contents) };
}

function namesOf({ module, version, details, draft, contributors, options }: Omit<PackageContents, 'media'>): Omit<Ingredients, 'files'> {
	return { version, voices: voicesOf(module), details: hashOf(shownDetails(module, details)), review: hashOf({ draft, contributors }), options: hashOf(options) };
}

function voicesOf({ pages }: Module): string {
	return hashOf(pages.flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === 'voice' ? [block.html] : []))));
}

function filesOf(contents: PackageContents): string {
	return hashOf([...packageFiles(contents)].map(([name, bytes]) => [name, name.startsWith('media/') ? '' : sha256(bytes)]));
}

/** What came out of the same ingredients before, by themselves: the software that a process runs does not change. */
const known = new Map<string, string>();
const MOST_KNOWN = 500;

/** What a package would be made from today. */
export interface Today {
	standing: Standing;
	/** The names of its pictures, sound and video. */
	media: readonly string[];
	options: PackageOptions;
	/** The module of the package's own version, as it may be shown today. */
	own: Module;
	/** Whether the version that is served was published after the package's own. */
	later: boolean;
}

/** Why a package is out of date, in a sentence each; nothing where the same bytes would be made today. */
export function outdated({ draft, ingredients: then }: MadePackage, { standing, media, options, own, later }: Today): string[] {
	const today = namesOf({ ...standing, options });
	const withdrawn = then.voices === voicesOf(own) ? [] : ['A voice was withdrawn, or its time is over.'];
	if (then.version !== today.version) return [later ? 'A newer version exists.' : 'The site shows an earlier version again.', ...withdrawn];
	const reasons = [
		...withdrawn,
		...(then.details === today.details ? [] : ['What your trust filled in has changed.']),
		...(then.review === today.review ? [] : [reviewChange(draft, standing.draft)]),
		...(then.options === today.options ? [] : ['This site now knows more of your learning system, and chooses otherwise.'])
	];
	if (reasons.length > 0) return reasons;
	return then.files === filesToday(today, standing, media, options) ? [] : ["This site's player has changed."];
}

function reviewChange(before: boolean, now: boolean): string {
	if (before && !now) return 'It has been signed off since.';
	if (!before && now) return 'It is a draft again.';
	return 'Who took part in it has changed.';
}

function filesToday(today: Omit<Ingredients, 'files'>, standing: Standing, media: readonly string[], options: PackageOptions): string {
	const key = hashOf(today);
	const found = known.get(key);
	if (found !== undefined) return found;
	const files = filesOf({ ...standing, media: new Map(media.map((name) => [name, new Uint8Array()])), options });
	if (known.size >= MOST_KNOWN) known.clear();
	known.set(key, files);
	return files;
}
