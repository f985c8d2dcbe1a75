import type { LocalDetails } from '#lib/module/local-text.ts';
import type { AskedOptions } from '#lib/package/options.ts';
import { makePackage } from '#lib/package/package.ts';
import { preflight, type Check, type Preflight } from '#lib/package/preflight/preflight.ts';
import { PROFILE, PROFILES } from '#lib/package/profiles.ts';
import { isScorm, STANDARD_NAMES, STANDARDS, type Standard } from '#lib/package/standards.ts';
import { check } from '#lib/progress/check.ts';
import type { ModuleFolder } from '#lib/server/library/folder.ts';
import { readArguments } from './arguments.ts';
import { CannotRun } from './cannot-run.ts';
import { colours } from './colours.ts';
import { count } from './count.ts';
import { readLocalDetails } from './local-details.ts';
import { askedOptions, contentsOf, OPTIONS_HELP, PACKAGE_OPTIONS, tellRefused, type Refused } from './package-options.ts';
import { printFindings } from './print.ts';
import { readPaths } from './reading.ts';
import { alignedTable } from './table.ts';

const PREFLIGHT = `Usage: npx alongside preflight <slug …>

Looks at packages before anybody gets them: at the files as a learning system
finds them, and at how they play from start to end in every kind of system.
Nothing is written.

  --all                    every module in modules/
  --standard <standard>    ${STANDARDS.join(', ')} (all that your learning system takes, unless given)
${OPTIONS_HELP}
  --format json            everything that was found, for other programs
  --help                   this text

Exit code: 0 all is well, 1 something failed or is to mend in a module, 2 could not run.`;

const FORMATS = ['text', 'json'];

/** What was found in one package. */
interface Looked extends Preflight {
	module: string;
	standard: Standard;
	/** In bytes. */
	zip: number;
}

/** `alongside preflight`. */
export async function lookAhead(args: string[]): Promise<number> {
	const { values, positionals } = readArguments({
		args,
		allowPositionals: true,
		options: { all: { type: 'boolean', default: false }, ...PACKAGE_OPTIONS, format: { type: 'string', default: 'text' }, help: { type: 'boolean' } }
	});
	const { all, help, format, 'local-details': detailsFile, ...typed } = values;
	if (help) return console.log(PREFLIGHT), 0;
	if (!FORMATS.includes(format)) throw new CannotRun(`There is no format "${format}". Use --format json, or leave it out for text.`);
	if (positionals.length === 0 && !all) throw new CannotRun('Name a module, or add --all for every one.');
	const asked = askedOptions(typed);
	const details = detailsFile ? await readLocalDetails(detailsFile) : {};
	const { modules, problems } = await readPaths(all ? [] : positionals);
	for (const problem of problems) console.error(problem);
	const standards = standardsOf(asked);
	const looked: Looked[] = [];
	const refused: Refused[] = [];
	let toMend = false;
	for (const [index, folder] of modules.entries()) {
		showProgress(`${index + 1} of ${modules.length}: ${folder.source.slug}`);
		const found = await lookAt(folder, standards, asked, details, format === 'text');
		if (!found) toMend = true;
		else if ('problems' in found) refused.push(found);
		else looked.push(...found);
	}
	showProgress('');
	tellRefused(refused, modules.length);
	if (format === 'json') console.log(JSON.stringify(looked.map(asData), null, 2));
	else tell(looked);
	if (problems.length > 0 || refused.length > 0) return 2;
	return toMend || looked.some(({ ready }) => !ready) ? 1 : 0;
}

/** The standards to look at: the one that was asked for, or those that the learning system takes and that can have the rest of what was asked for. */
function standardsOf({ standard, profile, ...others }: AskedOptions): string[] {
	if (standard !== undefined) return [standard];
	const name = PROFILES.find((known) => known === profile) ?? 'generic';
	const onlyScorm = Object.values(others).some(Boolean);
	return PROFILE[name].standards.filter((taken) => isScorm(taken) || !onlyScorm);
}

/** What is found in a module's packages; nothing where the module has something to mend. */
async function lookAt(folder: ModuleFolder, standards: readonly string[], asked: AskedOptions, details: LocalDetails, aloud: boolean): Promise<Looked[] | Refused | undefined> {
	const { source } = folder;
	const { module, diagnostics } = check(source);
	if (!module) {
		// What is for other programs is one list and nothing else.
		if (aloud) printFindings([{ text: source.text, diagnostics }]);
		else console.error(`${source.file}: this module has something to mend. To see it: npx alongside check ${source.slug}`);
		return undefined;
	}
	const looked: Looked[] = [];
	for (const standard of standards) {
		const made = contentsOf(folder, module, { ...asked, standard }, details);
		if ('problems' in made) return made;
		const zip = makePackage(made.contents);
		looked.push({ module: source.slug, standard: made.contents.options.standard, zip: zip.length, ...(await preflight(zip, made.contents)) });
	}
	return looked;
}

/** One line that the next takes the place of, where somebody reads along. */
function showProgress(line: string): void {
	if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${line}`);
}

const MARKS: Readonly<Record<Check['state'], string>> = { passed: colours.green('passed'), noted: colours.yellow('noted '), failed: colours.red('FAILED') };

function tell(looked: readonly Looked[]): void {
	const failed = looked.filter(({ ready }) => !ready);
	// Of one module everything is told, and of many what went wrong.
	const told = new Set(looked.map(({ module }) => module)).size === 1 ? looked : failed;
	for (const { module, standard, checks } of told) console.log(`${colours.bold(`${module}, ${STANDARD_NAMES[standard]}`)}\n${checks.map(inWords).join('\n')}\n`);
	if (looked.length > 1) console.log(`${alignedTable(looked.map(asRow))}\n`);
	if (looked.length === 0) return;
	console.log(`${count(looked.length, 'package')} looked at. ${failed.length === 0 ? colours.green(looked.length === 1 ? 'It may be handed out.' : 'All of them may be handed out.') : colours.red(`Do not hand out ${failed.length} of them.`)}`);
}

function inWords({ state, title, words, advice, details }: Check): string {
	return [`  ${MARKS[state]}  ${title}: ${words}${advice ? ` ${advice}` : ''}`, ...details.map((detail) => `            ${detail}`)].join('\n');
}

/** One line of the table: what the systems held at most, and what a learner could bring them to hold. */
function asRow({ module, standard, zip, ready, checks, played, worstState }: Looked) {
	const fine = played.filter(({ troubles, findings }) => troubles.length + findings.length === 0).length;
	return {
		module,
		standard,
		'zip KB': Math.ceil(zip / 1024),
		preflight: ready ? 'passed' : `failed: ${checks.flatMap(({ name, state }) => (state === 'failed' ? [name] : [])).join(', ')}`,
		'played in': played.length === 0 ? '' : `${fine} of ${played.length}`,
		'longest state': longest(played),
		'worst state': played.length === 0 ? '' : worstState
	};
}

function asData({ played, ...looked }: Looked) {
	return {
		...looked,
		longestState: longest(played),
		played: played.map(({ system, troubles, findings, launches, longestState, left }) => ({ system, troubles, findings, calls: launches.map((calls) => calls.length), longestState, left }))
	};
}

function longest(played: Preflight['played']): number | '' {
	return played.length === 0 ? '' : Math.max(...played.map(({ longestState }) => longestState));
}
