import { spawn, type SpawnOptions } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { trialFolder } from '#lib/server/database/trial.ts';

/** The built command line. */
export const COMMAND = resolve(import.meta.dirname, '../build/cli/main.js');
const PATIENCE = 20_000;

/** A command that has ended. */
export interface Ended {
	code: number | null;
	out: string;
	err: string;
}

/** A command that runs. */
export interface Running {
	/** Everything that it has printed so far. */
	printed(): string;
	/** Waits until it has printed something that matches, and returns the match. */
	until(pattern: RegExp): Promise<RegExpExecArray>;
	/** Presses Ctrl+C, and waits for the end. */
	interrupt(): Promise<Ended>;
	/** Ends it at once, with no chance to tidy up, and waits for the end. */
	kill(): Promise<Ended>;
	ended: Promise<Ended>;
}

export interface CommandOptions {
	/** The folder that it runs in. */
	cwd: string;
	env?: Record<string, string>;
	/** As a user without rights, where the tests have all of them: nothing is unreadable for root. */
	unprivileged?: boolean;
}

/** Runs the built command line in a process of its own, as `npx alongside` does, and waits for its end. */
export async function runCommand(args: string[], options: CommandOptions): Promise<Ended> {
	return startCommand(args, options).ended;
}

/** Starts the built command line in a process of its own. */
export function startCommand(args: string[], { cwd, env = {}, unprivileged = false }: CommandOptions): Running {
	if (!existsSync(COMMAND)) throw new Error('The command line is not built: run "npm run build" first.');
	const { PATH = '', HOME = '' } = process.env;
	const nobody = unprivileged && process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
	const settings: SpawnOptions = { cwd, env: { PATH, HOME, ...env }, stdio: ['ignore', 'pipe', 'pipe'], ...nobody };
	const child = spawn(process.execPath, [COMMAND, ...args], settings);
	let [out, err, all] = ['', '', ''];
	const waiting = new Set<() => void>();
	const heard = (text: string) => {
		all += text;
		waiting.forEach((look) => look());
	};
	child.stdout!.setEncoding('utf8').on('data', (text: string) => ((out += text), heard(text)));
	child.stderr!.setEncoding('utf8').on('data', (text: string) => ((err += text), heard(text)));
	const timer = setTimeout(() => child.kill('SIGKILL'), PATIENCE * 3);
	const ended = new Promise<Ended>((done) => child.on('close', (code) => (clearTimeout(timer), done({ code, out, err }))));
	const printed = () => all;
	return {
		printed,
		ended,
		async until(pattern) {
			return new Promise((found, failed) => {
				const late = setTimeout(() => failed(new Error(`It did not print ${pattern}, but:\n${printed()}`)), PATIENCE);
				const look = () => {
					const match = pattern.exec(printed());
					if (!match) return;
					clearTimeout(late);
					waiting.delete(look);
					found(match);
				};
				waiting.add(look);
				look();
			});
		},
		async interrupt() {
			child.kill('SIGINT');
			return ended;
		},
		async kill() {
			child.kill('SIGKILL');
			return ended;
		}
	};
}

/** The details of a module with nothing to mend. */
export const HEAD = ['---', 'title: A module of a test', 'summary: Made up for a test.', 'audience: all-staff', 'stage: ongoing', 'minutes: 5', 'outcomes:', '  - test', 'sources:', '  - "Made up."', '---', ''].join('\n');

/** Where a module is in a folder of a test. */
export const moduleFile = (folder: string, slug: string) => join(folder, 'modules', slug, 'module.md');

/** A module with one question, for everybody. */
export const QUESTION = `${HEAD}\n# Page\n\n:::question\nWhich?\n\n- [x] this\n  > Yes, this one.\n- [ ] that\n  > That is another one.\n:::\n`;

/** A folder that holds these modules, to run a command in. */
export function placeModules(modules: Record<string, string>): string {
	const folder = trialFolder();
	chmodSync(folder, 0o755);
	for (const [slug, text] of Object.entries(modules)) {
		const file = moduleFile(folder, slug);
		mkdirSync(dirname(file), { recursive: true });
		writeFileSync(file, text);
	}
	return folder;
}
