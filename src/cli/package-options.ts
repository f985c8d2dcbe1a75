import type { LocalDetails } from '#lib/module/local-text.ts';
import { mediaOf } from '#lib/module/media.ts';
import type { Module } from '#lib/module/module.ts';
import { COMPLETIONS, makeOptions, type AskedOptions, type OptionName, type OptionProblem, type Reason } from '#lib/package/options.ts';
import type { PackageContents } from '#lib/package/package.ts';
import { PROFILES } from '#lib/package/profiles.ts';
import type { ModuleFolder } from '#lib/server/library/folder.ts';
import { hashVersion } from '#lib/server/library/hash.ts';

/** What goes into a package, as it is typed. */
export const PACKAGE_OPTIONS = {
	profile: { type: 'string' },
	standard: { type: 'string' },
	completion: { type: 'string' },
	'pass-mark': { type: 'string' },
	'report-answers': { type: 'boolean' },
	language: { type: 'string' },
	window: { type: 'string' },
	competence: { type: 'string' },
	'local-details': { type: 'string' }
} as const;

/** The lines of a help text about them; about the standard each command says its own. */
export const OPTIONS_HELP = `  --profile <profile>      your learning system: ${PROFILES.join(', ')}
  --completion <status>    what says that somebody is done: ${COMPLETIONS.join(' or ')}
  --pass-mark <number>     which share of the answers has to be right, 1 to 100
  --report-answers         also tells the learning system what people answered
  --language <tag>         what the manifest calls the language, such as en-GB
  --window <size>          the window that it looks best in, such as 1024x768
  --competence <name>      the competence in ESR, to the letter
  --local-details <file>   what your trust has filled in, as YAML (name: text)`;

/** A module that cannot have what was asked for. */
export interface Refused {
	slug: string;
	problems: OptionProblem[];
}

/** What was typed, by the names that packages have for it. */
export function askedOptions({ 'pass-mark': passMark, 'report-answers': reportAnswers, ...others }: AskedOptions & { 'pass-mark'?: string; 'report-answers'?: boolean }): AskedOptions {
	return { ...others, passMark, reportAnswers };
}

/** What goes into the package of a module without errors, and why the profile chose what it did; or why it cannot be had. */
export function contentsOf({ source, files }: ModuleFolder, module: Module, asked: AskedOptions, details: LocalDetails): { contents: PackageContents; reasons: Reason[] } | Refused {
	const made = makeOptions(module, asked);
	if (made.kind === 'refused') return { slug: source.slug, problems: made.problems };
	const version = hashVersion(source.slug, source.text, files);
	return { contents: { module, version, media: mediaOf(module, files), details, draft: true, contributors: [], options: made.options }, reasons: made.reasons };
}

/** Says what cannot be had: each thing once, with the modules that it concerns where it is not all of them. */
export function tellRefused(refused: readonly Refused[], all: number): void {
	const told = grouped(refused.flatMap(({ slug, problems }) => problems.map(({ option, problem, advice }) => [`${flag(option)}: ${problem} ${advice}`, slug] as const)));
	for (const [sentence, slugs] of told) console.error(slugs.length === all ? sentence : `${slugs.join(', ')}: no package. ${sentence}`);
}

/** What belongs to the same sentence, in the order in which the sentences first come. */
export function grouped(entries: readonly (readonly [sentence: string, slug: string])[]): Map<string, string[]> {
	const groups = new Map<string, string[]>();
	for (const [sentence, slug] of entries) groups.set(sentence, [...(groups.get(sentence) ?? []), slug]);
	return groups;
}

/** `passMark` as it is typed: `--pass-mark`. */
export function flag(option: OptionName): string {
	return `--${option.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}
