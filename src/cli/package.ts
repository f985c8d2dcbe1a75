import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { mediaOf } from '#lib/module/media.ts';
import { makeOptions } from '#lib/package/options.ts';
import { makePackage, packageName } from '#lib/package/package.ts';
import { STANDARDS, type Standard } from '#lib/package/standards.ts';
import { check } from '#lib/progress/check.ts';
import type { ModuleFolder } from '#lib/server/library/folder.ts';
import { hashVersion } from '#lib/server/library/hash.ts';
import type { LocalDetails } from '#lib/module/local-text.ts';
import { readArguments } from './arguments.ts';
import { CannotRun } from './cannot-run.ts';
import { readLocalDetails } from './local-details.ts';
import { printFindings } from './print.ts';
import { readPaths } from './reading.ts';

const PACKAGE = `Usage: npx alongside package <slug …> --out <folder>

Makes a package of each module for a learning system.

  --all                  every module in modules/
  --standard <standard>  ${STANDARDS.join(', ')} (scorm-1.2 unless given)
  --out <folder>         where the zip files go; made if it is not there
  --local-details <file> what your trust has filled in, as YAML (name: text)
  --help                 this text

Exit code: 0 made, 1 something to mend in a module, 2 could not run.`;

/** `alongside package`. */
export async function pack(args: string[]): Promise<number> {
	const { values, positionals } = readArguments({
		args,
		allowPositionals: true,
		options: {
			all: { type: 'boolean', default: false },
			standard: { type: 'string', default: 'scorm-1.2' },
			out: { type: 'string' },
			'local-details': { type: 'string' },
			help: { type: 'boolean' }
		}
	});
	if (values.help) return console.log(PACKAGE), 0;
	if (!values.out) throw new CannotRun('Say where the packages go: add --out and a folder, such as --out packages.');
	if (!STANDARDS.includes(values.standard as Standard)) {
		throw new CannotRun(`There is no standard "${values.standard}". Choose one of: ${STANDARDS.join(', ')}.`);
	}
	if (positionals.length === 0 && !values.all) throw new CannotRun('Name a module, or add --all for every one.');
	const details = values['local-details'] ? await readLocalDetails(values['local-details']) : {};
	const { modules, problems } = await readPaths(values.all ? [] : positionals);
	for (const problem of problems) console.error(problem);
	let code = problems.length > 0 ? 2 : 0;
	for (const module of modules) code = Math.max(code, await packModule(module, values.standard as Standard, values.out, details));
	return code;
}

async function packModule({ source, files }: ModuleFolder, standard: Standard, out: string, details: LocalDetails): Promise<number> {
	const { module, diagnostics } = check(source);
	printFindings([{ text: source.text, diagnostics }]);
	if (!module) return 1;
	const version = hashVersion(source.slug, source.text, files);
	const made = makeOptions(module, { standard });
	if (made.kind === 'refused') throw new CannotRun(made.problems.map(({ problem, advice }) => `${problem} ${advice}`).join('\n'));
	const bytes = makePackage({ module, version, media: mediaOf(module, files), details, draft: true, contributors: [], options: made.options });
	const file = join(out, packageName(module, version, standard));
	await writeWhole(file, out, bytes);
	console.log(`${file} (${Math.ceil(bytes.length / 1024)} KB)`);
	return 0;
}

/** Writes a file so that its final name never holds half of it. */
async function writeWhole(file: string, folder: string, bytes: Uint8Array): Promise<void> {
	const half = `${file}.${process.pid}.part`;
	try {
		await mkdir(folder, { recursive: true });
		await writeFile(half, bytes);
		await rename(half, file);
	} catch (error) {
		// Where the folder itself is the trouble there is nothing to take away.
		await rm(half, { force: true }).catch(() => {});
		throw new CannotRun(`${file} could not be written (${(error as Error).message}). Choose another folder, or make room, and try again.`);
	}
}
