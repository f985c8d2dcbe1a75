import { expect, test } from 'vitest';
import { compileModule } from './compile.ts';
import { filesCalled } from './files-trial.ts';
import { mediaType } from './files.ts';
import { mediaOf, showsFile } from './media.ts';

const HEAD = '---\ntitle: T\nsummary: S\naudience: all-staff\nstage: ongoing\nminutes: 5\noutcomes:\n  - a\nsources:\n  - b\n---\n# Page\n\n';

test.each([
	['tea.png', 'image/png'],
	['tea.JPG', 'image/jpeg'],
	['a.b.jpeg', 'image/jpeg'],
	['tea.svg', undefined],
	['tea.html', undefined],
	['png', 'image/png'],
	['tea.constructor', undefined],
	['tea', undefined],
	['kettle.mp3', 'audio/mpeg'],
	['kettle.MP4', 'video/mp4'],
	['kettle.vtt', 'text/vtt']
])('%s is %s', (name, type) => {
	expect(mediaType(name)).toBe(type);
});

test('a module takes along the images that it shows and no other file', () => {
	const names = ['z.png', 'tea.png', 'my tea.png', 'tea.png.png', 'a\'(1)&.webp', 'notes.txt', 'unused.gif'];
	const text = `${HEAD}![a](z.png) ![b](<my tea.png>)\n\n:::reflection\n![c](<a'(1)&.webp>)\n:::\n\nNot \`media/unused.gif\` or "media/unused.gif".`;
	const { module, diagnostics } = compileModule({ slug: 'a', file: 'module.md', text, files: filesCalled(...names) });
	expect(diagnostics).toEqual([]);
	const files = new Map(names.map((name) => [name, new Uint8Array([1])]));
	expect([...mediaOf(module!, files).keys()]).toEqual(['a\'(1)&.webp', 'my tea.png', 'z.png']);
	expect(names.filter((name) => showsFile(module!, name))).toEqual(['z.png', 'my tea.png', 'a\'(1)&.webp']);
});
