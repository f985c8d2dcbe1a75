import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { compileModule } from '#lib/module/compile.ts';
import { trialFolder } from '../database/trial.ts';
import { CannotReadFolder, findModules, readModule } from './folder.ts';

function folderWith(files: Record<string, string | Uint8Array>): string {
	const folder = join(trialFolder(), 'tea-and-time');
	mkdirSync(folder);
	for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
	return folder;
}

test('modules are the folders with a module.md, in the order of their names', async () => {
	const folder = trialFolder();
	for (const name of ['b', 'a', 'guides']) mkdirSync(join(folder, name));
	for (const name of ['a', 'b']) writeFileSync(join(folder, name, 'module.md'), '');
	writeFileSync(join(folder, 'README.md'), '');
	expect(await findModules(folder)).toEqual([join(folder, 'a'), join(folder, 'b')]);
});

test('a folder that is not there is named', async () => {
	const folder = join(trialFolder(), 'nowhere');
	await expect(findModules(folder)).rejects.toThrow(new CannotReadFolder(`There is no folder ${folder} here. Go to the folder that holds it, or name another.`));
	await expect(readModule(folder)).rejects.toThrow(new CannotReadFolder(`There is no module in ${folder}: it has no file module.md.`));
});

test('a module is called as its folder is, and comes with the files beside it', async () => {
	const { source, files } = await readModule(folderWith({ 'module.md': 'Text', 'cup.png': 'image' }));
	expect(source).toMatchObject({ slug: 'tea-and-time', text: 'Text', files: new Map([['cup.png', { bytes: 5 }]]) });
	expect([...files.keys()]).toEqual(['cup.png']);
});

test('nothing outside the folder is read, whatever a link or a folder in it says', async () => {
	const folder = folderWith({ 'module.md': 'Text' });
	symlinkSync('/etc/hostname', join(folder, 'cup.png'));
	mkdirSync(join(folder, 'more'));
	expect([...(await readModule(folder)).files]).toEqual([]);
});

test('a text that is not UTF-8 is one that the compiler reports', async () => {
	const { source } = await readModule(folderWith({ 'module.md': new Uint8Array([0xff, 0xfe, 0x41]) }));
	expect(source.text).toBe('\0');
});

describe('a module.md that is not a text', () => {
	const refusal = (folder: string) => readModule(folder).then(() => undefined, ({ name, message }: Error) => `${name}: ${message}`);

	test('but a link is not followed', async () => {
		const folder = folderWith({ 'elsewhere.md': 'Text' });
		symlinkSync(join(folder, 'elsewhere.md'), join(folder, 'module.md'));
		expect(await refusal(folder)).toBe(`CannotReadFolder: ${join(folder, 'module.md')} is a link, and links are not followed. Put the file itself into the folder.`);
	});

	test('but a folder is named', async () => {
		const folder = folderWith({});
		mkdirSync(join(folder, 'module.md'));
		expect(await refusal(folder)).toBe(`CannotReadFolder: ${join(folder, 'module.md')} is not a file. Save the text of the module there under this name.`);
	});

	test('but a pipe is named, and nobody waits for it to end', async () => {
		const folder = folderWith({});
		execFileSync('mkfifo', [join(folder, 'module.md')]);
		expect(await refusal(folder)).toContain('is not a file.');
	});

	test('but 5 GB is reported as too large, without reading it', async () => {
		const folder = folderWith({ 'module.md': '' });
		truncateSync(join(folder, 'module.md'), 5_000_000_000);
		const before = process.memoryUsage().rss;
		const { source } = await readModule(folder);
		expect(process.memoryUsage().rss - before).toBeLessThan(100_000_000);
		expect(compileModule(source).diagnostics).toMatchObject([{ code: 'file-too-large', problem: 'The file has 5000000 KB of text.' }]);
	});

	test('but an image is one that the compiler reports', async () => {
		const { source } = await readModule(folderWith({ 'module.md': new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00]) }));
		expect(compileModule(source).diagnostics.map(({ code }) => code)).toEqual(['file-not-text']);
	});
});

test('names that a Mac takes apart are put together', async () => {
	const { source, files } = await readModule(folderWith({ 'module.md': 'Text', 'cafe\u0301 au lait.png': 'image' }));
	expect([...files.keys()]).toEqual(['caf\u00e9 au lait.png']);
	expect([...source.files.keys()]).toEqual(['caf\u00e9 au lait.png']);
});

test('a film of gigabytes beside a module is not read', async () => {
	const folder = folderWith({ 'module.md': 'Text', 'film.mp4': '' });
	truncateSync(join(folder, 'film.mp4'), 3_000_000_000);
	expect([...(await readModule(folder)).files]).toEqual([]);
});
