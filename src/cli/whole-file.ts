import { existsSync } from 'node:fs';
import { mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import { CannotRun } from './cannot-run.ts';

/** The name of a file while it is being written: it says which process of which machine does it. */
const PART = /\.([^.]+)\.(\d+)\.part$/;
const HERE = hostname().replaceAll('.', '-');

/** Why a file cannot be written, and what to do about it. */
const TROUBLE: Readonly<Record<string, string>> = {
	ENOSPC: 'there is no room left on the disk. Make room, or choose another folder',
	EDQUOT: 'your share of the disk is used up. Make room, or choose another folder',
	EFBIG: 'files of this size are not allowed there. Choose another folder, or ask whoever looks after this machine',
	ENOENT: 'no folder can be made there. Choose another folder',
	EACCES: 'you may not write there. Choose another folder',
	EPERM: 'you may not write there. Choose another folder',
	EROFS: 'nothing can be written there. Choose another folder',
	EISDIR: 'a folder has that name. Give the folder another name, or choose another place',
	ENOTDIR: 'a file stands where a folder is needed. Choose another folder',
	EEXIST: 'a file stands where a folder is needed. Choose another folder'
};

/**
 * Writes a file, and its folder where there is none, so that its name never
 * holds half of it: not when the disk is full, not when the process is killed or
 * the power fails, and not when another process writes the same.
 */
export async function writeWhole(file: string, bytes: Uint8Array): Promise<void> {
	const part = `${file}.${HERE}.${process.pid}.part`;
	try {
		await makeFolder(dirname(file));
		await writeThrough(part, bytes);
		await rename(part, file);
	} catch (error) {
		// Where the folder itself is the trouble there is nothing to take away.
		await rm(part, { force: true }).catch(() => {});
		const { code = '', message } = error as NodeJS.ErrnoException;
		throw new CannotRun(`${file} could not be written: ${TROUBLE[code] ?? `${message}. Choose another folder`}, and try again. Nothing was left half-written.`);
	}
}

/**
 * Makes a folder and those above it. Node's own way of making all of them tries
 * for ever where the one above is there and answers that it is not, as `/proc`
 * and a network drive that has gone do.
 */
async function makeFolder(folder: string): Promise<void> {
	if (existsSync(folder)) return;
	await makeFolder(dirname(folder));
	await mkdir(folder).catch((error: NodeJS.ErrnoException) => {
		// Another process may have been quicker.
		if (error.code !== 'EEXIST' || !existsSync(folder)) throw error;
	});
}

/** Writes a file down to the disk, so that what follows comes after it, also when the power fails. */
async function writeThrough(file: string, bytes: Uint8Array): Promise<void> {
	const handle = await open(file, 'w');
	try {
		await handle.writeFile(bytes);
		await handle.sync();
	} finally {
		await handle.close();
	}
}

/** Takes away what earlier processes of this machine left half-written in `folder` when they were killed. */
export async function clearLeftovers(folder: string): Promise<void> {
	const names = await readdir(folder).catch((): string[] => []);
	const leftovers = names.filter((name) => {
		const [, machine, pid] = PART.exec(name) ?? [];
		return machine === HERE && !isWriting(Number(pid));
	});
	await Promise.all(leftovers.map((name) => rm(join(folder, name), { force: true })));
}

/** Whether process `pid` may be writing: it runs, and is not this one, which has not begun. */
function isWriting(pid: number): boolean {
	if (pid === process.pid) return false;
	try {
		return process.kill(pid, 0);
	} catch (error) {
		// It runs, but as somebody else.
		return (error as NodeJS.ErrnoException).code === 'EPERM';
	}
}
