import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { trialFolder } from '../database/trial.ts';
import { CannotReadFolder, findModules, readModule, readWordingBeside } from './folder.ts';

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

test('the list of wording stands beside the folders of modules, and need not be there', async () => {
	const folder = folderWith({ 'module.md': 'Text' });
	expect(await readWordingBeside(folder)).toEqual({ diagnostics: [] });
	const file = join(folder, '../wording.yaml');
	writeFileSync(file, '- instead-of: crazy\n  say: surprising\n  because: It hurts.\n- say: what\n');
	const { wording, diagnostics } = await readWordingBeside(folder);
	expect(diagnostics).toMatchObject([{ code: 'wording-list-invalid', file, line: 4 }]);
	expect((await readModule(folder, wording)).source.wording).toBe(wording);
	writeFileSync(file, new Uint8Array([0xff, 0xfe, 0x41]));
	expect((await readWordingBeside(folder)).diagnostics).toMatchObject([{ code: 'wording-list-invalid', line: 1 }]);
});
