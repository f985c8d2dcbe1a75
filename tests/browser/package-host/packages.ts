import { unzipSync } from 'fflate';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
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

/**
 * Packs, with the built command line, the modules that we ship; `sample`, of the
 * size that tools are compared by; `small`; and `shorter`, a later version of
 * the module for all staff that has lost its second page.
 */
export function makePackages(): Map<string, Files> {
	if (!existsSync(CLI)) throw new Error('The command line is not built: run "npm run build" first.');
	const folder = mkdtempSync(join(tmpdir(), 'alongside-packages-'));
	try {
		const shipped = readdirSync(join(ROOT, 'modules')).filter((slug) => existsSync(join(ROOT, 'modules', slug, 'module.md')));
		const whole = readFileSync(join(ROOT, 'modules/working-alongside-peers/module.md'), 'utf8');
		const sources: [string, string][] = [
			...shipped.map((slug): [string, string] => [slug, join(ROOT, 'modules', slug)]),
			['sample', writeSample(folder, 'sample')],
			['small', write(folder, 'small', SMALL)],
			['shorter', write(join(folder, 'later'), 'working-alongside-peers', whole.replace(/^# Why there are peer roles[^]*?(?=^# )/m, ''))]
		];
		return new Map(sources.map(([name, source]) => [name, pack(source, join(folder, 'packed', name))]));
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

function write(folder: string, slug: string, text: string): string {
	const path = join(folder, slug);
	mkdirSync(path, { recursive: true });
	writeFileSync(join(path, 'module.md'), text);
	return path;
}

/** Packs one module's folder with the built command line, and what else it is given. */
export function pack(source: string, out: string, ...given: string[]): Files {
	execFileSync(process.execPath, [CLI, 'package', source, '--out', out, ...given], { cwd: ROOT, stdio: 'pipe' });
	const [zip] = readdirSync(out).filter((name) => name.startsWith(basename(source)));
	return unzipSync(readFileSync(join(out, zip!)));
}
