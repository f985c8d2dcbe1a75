import { unzipSync } from 'fflate';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Standard } from '#lib/package/standards.ts';
import { writeSample } from '../../bench/sample.js';

const ROOT = resolve(import.meta.dirname, '../../..');
const CLI = join(ROOT, 'build/cli/main.js');

/** The files of a package, by name. */
export type Files = Record<string, Uint8Array>;

const HEAD = ['---', 'title: A module of a test', 'summary: Made up for a test.', 'audience: all-staff', 'stage: ongoing', 'minutes: 5', 'outcomes:', '  - test', 'sources:', '  - "Made up."', '---', ''];
const BREAKING = 'Ends here: `</script><script>window.broken = true</script>`, `<!--`, `]]>` and "quoted" & done.';

/** A page of every kind of block that matters to what is recorded, and text that could break out of its place. */
const SMALL = `${HEAD.join('\n')}
# Hello

${BREAKING}

:::reflection
What do you think?
:::

# Something hard

:::content-note
about: a hard subject
detail: no detail

The short version.
:::

The whole page.

:::question
A question on a page with a note:

- [x] yes
  > Yes.
- [ ] no
  > No.
:::

:::reflection
What else do you think?
:::

# The end

:::question
One of these:

- [ ] the former
  > Reason of the former.
- [x] the latter
  > Reason of the latter.
:::

:::question
Which of these?

- [x] first
  > Reason of the first.
- [ ] second
  > Reason of the second.
- [x] third
  > Reason of the third.
:::
`;

/** The same with questions of every other kind, for a pass mark and for answers that are reported. */
const MARKED = `${SMALL}
# More

:::order
Which comes first?

1. tea
2. milk
3. sugar

> In this order.
:::

:::match
What belongs together?

- a cup = tea
- a plate = toast

> As one would think.
:::
`;

/** A later version of `small`: without its first page, with a new one, and with a new question on the last. */
const LATER = `${SMALL.replace(/^# Hello[^]*?(?=^# )/m, '').replace(/^(?=# The end)/m, '# A new page\n\nNobody has read this yet.\n\n')}
:::question
What is new?

- [x] this
  > Reason of this.
- [ ] that
  > Reason of that.
:::
`;

/** As much as fits: 4,000 characters of state. */
const LARGE = `${HEAD.join('\n')}
${Array.from({ length: 7 }, (_, page) => `# Page ${page + 1}\n${Array.from({ length: 43 }, (_, question) => `\n:::question\nQuestion ${page * 43 + question + 1}:\n\n${'abcdefg'.replace(/./g, '- [x] choice $&\n  > Yes, $&.\n')}- [ ] none\n  > Not that.\n:::\n`).join('')}`).join('\n')}`;

/** A module's folder, and how it is packed beside its standard. */
interface Source {
	path: string;
	options?: string[];
}

/** Packages by the names of their modules, each made when it is first asked for. */
export interface Packages {
	/** The files of a package, or undefined where there is no such module. */
	find(name: string, standard: Standard): Files | undefined;
}

/** Packs `sources`, and the modules that we ship, into `folder` with the built command line. */
export function packagesOf(folder: string, sources: Readonly<Record<string, Source>>): Packages {
	if (!existsSync(CLI)) throw new Error('The command line is not built: run "npm run build" first.');
	const made = new Map<string, Files>();
	return {
		find(name, standard) {
			const key = `${name}-${standard}`;
			const source = sources[name] ?? { path: join(ROOT, 'modules', name) };
			if (!made.has(key) && existsSync(join(source.path, 'module.md'))) made.set(key, pack(source, standard, join(folder, 'packed', key)));
			return made.get(key);
		}
	};
}

/** Writes the modules of the tests into `folder`; `sample` has the size that tools are compared by. */
export function testPackages(folder: string): Packages {
	return packagesOf(folder, {
		sample: { path: writeSample(folder, 'sample') },
		small: { path: write(folder, 'small', SMALL) },
		later: { path: write(join(folder, 'later'), 'small', LATER) },
		marked: { path: write(folder, 'marked', MARKED), options: ['--pass-mark', '100', '--report-answers'] },
		large: { path: write(folder, 'large', LARGE) }
	});
}

function write(folder: string, slug: string, text: string): string {
	const path = join(folder, slug);
	mkdirSync(path, { recursive: true });
	writeFileSync(join(path, 'module.md'), text);
	return path;
}

function pack({ path, options = [] }: Source, standard: Standard, out: string): Files {
	execFileSync(process.execPath, [CLI, 'package', path, '--standard', standard, ...options, '--out', out], { cwd: ROOT, stdio: 'pipe' });
	const [zip] = readdirSync(out);
	return unzipSync(readFileSync(join(out, zip!)));
}
