import { join } from 'node:path';
import { isSensitive } from '#lib/module/audiences.ts';
import type { LocalDetails } from '#lib/module/local-text.ts';
import type { Module } from '#lib/module/module.ts';
import { importSteps } from '#lib/package/import-steps.ts';
import type { AskedOptions, OptionName, PackageOptions, Reason } from '#lib/package/options.ts';
import { detailNames, makePackage, packageName } from '#lib/package/package.ts';
import { PROFILE } from '#lib/package/profiles.ts';
import { isScorm, STANDARDS } from '#lib/package/standards.ts';
import { check } from '#lib/progress/check.ts';
import type { ModuleFolder } from '#lib/server/library/folder.ts';
import { readArguments } from './arguments.ts';
import { CannotRun } from './cannot-run.ts';
import { readLocalDetails } from './local-details.ts';
import { askedOptions, contentsOf, flag, grouped, OPTIONS_HELP, PACKAGE_OPTIONS, tellRefused, type Refused } from './package-options.ts';
import { printFindings } from './print.ts';
import { readPaths } from './reading.ts';
import { clearLeftovers, writeWhole } from './whole-file.ts';

const PACKAGE = `Usage: npx alongside package <slug …> --out <folder>

Makes a package of each module for a learning system.

  --all                    every module in modules/
  --out <folder>           where the zip files go; made if it is not there
  --standard <standard>    ${STANDARDS.join(', ')} (scorm-1.2 unless given)
${OPTIONS_HELP}
  --help                   this text

Exit code: 0 made, 1 something to mend in a module, 2 could not run.`;

/** A module's package, written. */
interface Packed {
	module: Module;
	options: PackageOptions;
	reasons: Reason[];
	/** What the trust fills in and has not. */
	gaps: string[];
}

/** `alongside package`. */
export async function pack(args: string[]): Promise<number> {
	const { values, positionals } = readArguments({
		args,
		allowPositionals: true,
		options: { all: { type: 'boolean', default: false }, out: { type: 'string' }, ...PACKAGE_OPTIONS, help: { type: 'boolean' } }
	});
	const { all, out, help, 'local-details': detailsFile, ...typed } = values;
	if (help) return console.log(PACKAGE), 0;
	if (!out) throw new CannotRun('Say where the packages go: add --out and a folder, such as --out packages.');
	if (positionals.length === 0 && !all) throw new CannotRun('Name a module, or add --all for every one.');
	const asked = askedOptions(typed);
	const details = detailsFile ? await readLocalDetails(detailsFile) : {};
	const { modules, problems } = await readPaths(all ? [] : positionals);
	for (const problem of problems) console.error(problem);
	await clearLeftovers(out);
	const results: (Packed | Refused | undefined)[] = [];
	for (const module of modules) results.push(await packModule(module, asked, out, details));
	const refused = results.filter((result) => result !== undefined && 'problems' in result);
	tellRefused(refused, modules.length);
	tellPacked(results.filter((result) => result !== undefined && 'module' in result));
	return problems.length > 0 || refused.length > 0 ? 2 : results.includes(undefined) ? 1 : 0;
}

/** Writes a module's package and says where; nothing where the module has something to mend. */
async function packModule(folder: ModuleFolder, asked: AskedOptions, out: string, details: LocalDetails): Promise<Packed | Refused | undefined> {
	const { source } = folder;
	const { module, diagnostics } = check(source);
	printFindings([{ text: source.text, diagnostics }]);
	if (!module) return undefined;
	const made = contentsOf(folder, module, asked, details);
	if ('problems' in made) return made;
	const { version, options } = made.contents;
	const bytes = makePackage(made.contents);
	const file = join(out, packageName(module, version, options.standard));
	await writeWhole(file, bytes);
	console.log(`${file} (${Math.ceil(bytes.length / 1024)} KB)`);
	return { module, options, reasons: made.reasons, gaps: detailNames(module).filter((name) => !details[name]) };
}

/** Says what the profile chose and why, how the packages get into the learning system, and who will see what there. */
function tellPacked(packed: readonly Packed[]): void {
	const [first] = packed;
	if (!first) return;
	if (first.reasons.length > 0) {
		console.log(`\nChosen for ${PROFILE[first.options.profile].name}:`);
		for (const { option, because } of first.reasons) console.log(`  ${flag(option)} ${shown(first.options, option)}: ${because}`);
	}
	const guides = grouped(packed.map(({ module, options }) => [importSteps(options).map((step, index) => `  ${index + 1}. ${step}`).join('\n'), module.slug] as const));
	for (const [steps, slugs] of guides) console.log(`\nWhat to do with ${packed.length === 1 ? 'it' : guides.size === 1 ? 'them' : slugs.join(', ')}:\n${steps}`);
	console.log('\nEach is a draft, not yet reviewed by peer workers, and says so: use it for a trial. Packages of what peer workers have signed off are made on the site.');
	const gaps = [...new Set(packed.flatMap(({ gaps }) => gaps))].sort();
	if (gaps.length > 0) console.log(`Your trust has not filled in ${gaps.length === 1 ? '1 thing' : `${gaps.length} things`} (see --local-details): ${gaps.join(', ')}.`);
	const outing = packed.filter(({ module, options }) => isScorm(options.standard) && isSensitive(module.audience)).map(({ module }) => module.slug);
	if (outing.length > 0) console.log(`\nIn your learning system, administrators and managers can see who opened these. That can tell them who is in a peer role: ${outing.join(', ')}.`);
}

/** An option as it could have been typed. */
function shown({ window, ...options }: PackageOptions, option: OptionName): string {
	if (option === 'window') return `${window!.width}x${window!.height}`;
	return option === 'reportAnswers' && !options.reportAnswers ? 'left out' : String(options[option]);
}
