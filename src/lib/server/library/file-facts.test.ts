import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { factsOf } from './file-facts.ts';

const SAMPLES = join(import.meta.dirname, '../../../../tests/samples');

async function facts(bytes: Uint8Array) {
	return (await factsOf(new Map([['file', bytes]]))).get('file');
}

test.each([
	['ok-media/tea.png', { type: 'image/png', width: 120, height: 80 }],
	['ok-pictures/Two people (1).JPG', { type: 'image/jpeg', width: 12, height: 8 }],
	['ok-pictures/map.gif', { type: 'image/gif', width: 10, height: 10 }],
	['ok-pictures/tick.webp', { type: 'image/webp', width: 10, height: 10 }],
	['ok-media/kettle.mp3', { type: 'audio/mpeg' }],
	['ok-media/kettle.mp4', { type: 'video/mp4' }],
	['ok-media/kettle.vtt', { type: 'text/vtt' }]
])('%s is known by what is in it', async (name, expected) => {
	const bytes = readFileSync(join(SAMPLES, name));
	expect(await facts(bytes)).toEqual({ bytes: bytes.length, ...expected });
});

test.each([
	['a page of HTML', '<!doctype html><script>alert(1)</script>'],
	['SVG, which can carry scripts', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'],
	['words that only start like captions', 'WEBVTTX\n'],
	['a PDF', '%PDF-1.7\n'],
	['nothing', '']
])('%s is nothing that a module can show', async (_, text) => {
	expect(await facts(new TextEncoder().encode(text))).toEqual({ bytes: text.length });
});

test('captions may start with a byte order mark', async () => {
	expect((await facts(new TextEncoder().encode('\uFEFFWEBVTT\n')))?.type).toBe('text/vtt');
});

test('a picture whose head is cut off has a type and no size, and stops nothing', async () => {
	const bytes = Uint8Array.from(readFileSync(join(SAMPLES, 'ok-media/tea.png')).subarray(0, 18));
	const found = await facts(bytes);
	expect(found?.width).toBeUndefined();
	expect(found?.bytes).toBe(18);
});
