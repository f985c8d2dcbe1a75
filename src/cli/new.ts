import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isId, slugify } from '#lib/module/ids.ts';
import { readArguments } from './arguments.ts';
import { CannotRun } from './cannot-run.ts';
import { DETAILS, problemWith, writeModule, type Answers } from './new/details.ts';
import { ask } from './new/questions.ts';

const NEW = `Usage: npx alongside new <slug>

Starts a module in modules/<slug>/ that shows every common block, for you to change.
The slug is the module's address: small letters, digits and hyphens, such as
my-first-module. You are asked for what you leave out below.

  --title <title>        such as "My first module"
  --audience <audience>  ${DETAILS[1]!.choices!.join(', ')}
  --stage <stage>        ${DETAILS[2]!.choices!.join(', ')}
  --minutes <minutes>    how long it takes
  --yes                  asks nothing, and uses what is usual
  --help                 this text

Exit code: 0 made, 2 could not run.`;

/** `alongside new`. */
export async function start(args: string[]): Promise<number> {
	const { values, positionals } = readArguments({
		args,
		allowPositionals: true,
		options: {
			title: { type: 'string' },
			audience: { type: 'string' },
			stage: { type: 'string' },
			minutes: { type: 'string' },
			yes: { type: 'boolean', default: false },
			help: { type: 'boolean' }
		}
	});
	if (values.help) return console.log(NEW), 0;
	const slug = slugFrom(positionals);
	const folder = join('modules', slug);
	if (existsSync(folder)) throw new CannotRun(`There is a folder ${folder} already, and nothing in it was changed. Choose another name.`);
	const known = answersIn(values);
	const file = join(folder, 'module.md');
	const text = writeModule(values.yes ? known : await complete(known));
	await mkdir('modules', { recursive: true });
	// Neither a folder nor a file that came in the meantime is written over.
	await mkdir(folder);
	await writeFile(file, text, { flag: 'wx' });
	console.log(`\n${file} is there. It is a whole module, with words for you to change.

To see it while you write:  npx alongside preview ${slug}
To see what to mend:        npx alongside check ${folder}`);
	return 0;
}

function slugFrom(positionals: string[]): string {
	const [slug, more] = positionals;
	if (slug === undefined) throw new CannotRun('Say what the module is called in its address: npx alongside new my-first-module');
	if (more !== undefined) throw new CannotRun(`A module's address is one word with hyphens. Did you mean "${slugify(positionals.join('-'))}"?`);
	if (isId(slug)) return slug;
	const near = slugify(slug);
	const suggestion = near !== slug && isId(near) && near !== 'page' ? ` Did you mean "${near}"?` : '';
	throw new CannotRun(`"${slug}" cannot be the address of a module. Use small letters, digits and hyphens, 60 at most, starting with a letter.${suggestion}`);
}

function answersIn(values: Answers): Answers {
	const given = DETAILS.filter(({ name }) => values[name] !== undefined);
	const problems = given.flatMap((detail) => {
		const problem = problemWith(detail, inOneLine(values[detail.name]!));
		return problem === undefined ? [] : [`--${detail.name}: ${problem}`];
	});
	if (problems.length > 0) throw new CannotRun(problems.join('\n'));
	return Object.fromEntries(given.map(({ name }) => [name, inOneLine(values[name]!)]));
}

function inOneLine(words: string): string {
	return words.trim().replace(/\s+/g, ' ');
}

/** Asks for what is missing, or says what it is where nobody is there to be asked. */
async function complete(known: Answers): Promise<Answers> {
	const missing = DETAILS.filter(({ name }) => known[name] === undefined).map(({ name }) => `--${name}`);
	if (missing.length === 0) return known;
	if (!process.stdin.isTTY || !process.stdout.isTTY) {
		throw new CannotRun(`There is no terminal to ask you in. Add ${missing.join(', ')}, or --yes to use what is usual.`);
	}
	const answers = await ask(known, process.stdin, process.stdout);
	if (!answers) throw new CannotRun('\nNothing was made.');
	return answers;
}
