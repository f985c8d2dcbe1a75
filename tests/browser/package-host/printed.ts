import { inflateSync } from 'node:zlib';

/** The text on the pages of a PDF that Chromium printed, without white space, which may be there as distance alone. */
export function printedText(pdf: Buffer): string {
	const objects = new Map<string, { head: string; stream: string }>();
	for (const [, id, head, stream] of pdf.toString('latin1').matchAll(/(\d+) 0 obj\s([^]*?)(?:stream\r?\n([^]*?)\r?\nendstream\s*)?endobj/g)) objects.set(id!, { head: head!, stream: inflated(head!, stream ?? '') });
	const reference = (head: string, name: string) => objects.get(new RegExp(`/${name} (\\d+) 0 R`).exec(head)?.[1] ?? '');
	const pages = [...objects.values()].filter(({ head }) => /\/Type \/Page\b/.test(head));
	return pages.map(({ head }) => {
		let letters: Map<string, string> | undefined;
		const lines = [...reference(head, 'Contents')!.stream.matchAll(/\/(F\d+) [\d.]+ Tf|<([0-9A-F]+)> Tj|\[((?:<[0-9A-F]+>|[-\d.\s])*)\] TJ/gi)];
		return lines.map(([, font, one = '', several = '']) => {
			if (font) letters = lettersOf(reference(reference(head, font)?.head ?? '', 'ToUnicode')?.stream ?? '');
			const glyphs = (one + several.replace(/>[^<]*/g, '').replaceAll('<', '')).match(/.{4}/g) ?? [];
			return glyphs.map((glyph) => letters?.get(glyph.toUpperCase()) ?? '').join('');
		}).join('');
	}).join('').replace(/\s/g, '');
}

function inflated(head: string, stream: string): string {
	return head.includes('/FlateDecode') && !head.includes('/Image') ? inflateSync(Buffer.from(stream, 'latin1')).toString('latin1') : stream;
}

/** What each glyph of a font stands for, by its own table. */
function lettersOf(table: string): Map<string, string> {
	const letters = new Map<string, string>();
	const text = (hex: string) => Buffer.from(hex, 'hex').swap16().toString('utf16le');
	for (const [, part] of table.matchAll(/beginbfchar([^]*?)endbfchar/g)) for (const [, glyph, letter] of part!.matchAll(/<(\w+)>\s*<(\w+)>/g)) letters.set(glyph!.toUpperCase(), text(letter!));
	for (const [, part] of table.matchAll(/beginbfrange([^]*?)endbfrange/g)) {
		for (const [, from, to, letter] of part!.matchAll(/<(\w+)>\s*<(\w+)>\s*<(\w+)>/g)) {
			for (let at = parseInt(from!, 16); at <= parseInt(to!, 16); at += 1) letters.set(at.toString(16).padStart(4, '0').toUpperCase(), String.fromCharCode(parseInt(letter!, 16) + at - parseInt(from!, 16)));
		}
	}
	return letters;
}
