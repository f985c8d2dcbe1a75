import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import type { FrameLaunch } from '#lib/lms/frame.ts';
import { fileIn, frameHeaders, withLms } from './frame.ts';

const launch: FrameLaunch = { system: 'strict', arrival: 'at-once', saving: 'works', limits: [], saved: {}, page: 'http://localhost:3000' };
const sent = (html: string) => ({ type: 'text/html', bytes: new Uint8Array(strToU8(html)) });
const read = (file: { bytes: Uint8Array }) => new TextDecoder().decode(file.bytes);

const zip = zipSync({ 'index.html': strToU8('<p>'), 'media/tea & milk.png': strToU8('png'), 'player.js': strToU8('1'), 'a.XSD': strToU8('<x/>'), 'run.exe': strToU8('MZ'), 'media/': strToU8('') });

test.each([
	['index.html', 'text/html; charset=utf-8'],
	['media/tea & milk.png', 'image/png'],
	['player.js', 'text/javascript; charset=utf-8'],
	['a.XSD', 'text/xml; charset=utf-8'],
	['run.exe', 'application/octet-stream']
])('%s is found and is %s', (name, type) => {
	expect(fileIn(zip, name)?.type).toBe(type);
});

test.each(['', 'INDEX.HTML', '/index.html', './index.html', 'media/../index.html', 'index.html/', 'index.html\0', '__proto__', 'constructor', '../package.json', 'media'])('%j is no file of it', (name) => {
	expect(fileIn(zip, name)).toBeUndefined();
});

test.each(['<!doctype html>\n<html lang="en"><head><script>first</script>', '<html><script>first</script>', '<script>first</script>', '<!-- <head> --><script>first</script>', '<p>$& $1</p><script>first</script>'])(
	'our learning system stands before the first script of %s',
	(html) => {
		const page = read(withLms(sent(html), 'scorm-1.2', launch));
		const [ours, ...theirs] = [...page.matchAll(/<script[^>]*>/g)].map(([tag]) => tag);
		expect([ours, theirs]).toEqual([expect.stringContaining('data-launch='), ['<script>']]);
		// It is all there, and a page that has a type keeps it in front.
		expect(page.replace(/<script data-launch[^]*?<\/script>/, '')).toBe(html);
		expect(page.startsWith('<!doctype html>')).toBe(html.startsWith('<!doctype'));
	}
);

test('captions are asked for in a way that works in a sandbox', () => {
	const page = read(withLms(sent('<video src="a.mp4"><track src="a.vtt"></video><audio>\\u003cvideo <videos>'), 'scorm-1.2', launch));
	expect(page.slice(page.indexOf('</script>'))).toBe('</script><video crossorigin src="a.mp4"><track src="a.vtt"></video><audio crossorigin>\\u003cvideo <videos>');
});

test('what was kept cannot end the script that carries it', () => {
	const page = read(withLms(sent('<head>'), 'scorm-1.2', { ...launch, saved: { 'cmi.suspend_data': `"'></script><script>evil()</script>&quot;` } }));
	expect(page.match(/<\/?script/g)).toHaveLength(2);
	const carried = /data-launch="([^"]*)"/.exec(page)![1]!;
	expect(carried).not.toMatch(/[<>]/);
});

test.each(['scorm-1.2', 'scorm-2004-3', 'scorm-2004-4'] as const)('the script for %s is one that a page can carry', (standard) => {
	const page = read(withLms(sent(''), standard, launch));
	const code = page.slice(page.indexOf('>') + 1, -'</script>'.length);
	expect(code).not.toMatch(/<\/script|<!--|<script/i);
	expect(code.length).toBeGreaterThan(50_000);
});

test('the learning system of SCORM 1.2 does not carry that of 2004', () => {
	const [small, large] = (['scorm-1.2', 'scorm-2004-4'] as const).map((standard) => withLms(sent(''), standard, launch).bytes.length);
	expect(small).toBeLessThan(large! / 3);
});

test('a package that records nowhere stays as it is', () => {
	expect(read(withLms(sent('<head>'), 'html', launch))).toBe('<head>');
});

test('a policy names the files of one token, and lets nothing out', () => {
	const policy = frameHeaders('https://training.example', 'a_token')['content-security-policy']!;
	expect(policy.split('; ')).toEqual([
		'sandbox allow-scripts allow-forms',
		"default-src 'none'",
		"script-src 'unsafe-inline' https://training.example/preview/a_token/",
		"style-src 'unsafe-inline' https://training.example/preview/a_token/",
		'img-src https://training.example/preview/a_token/ data:',
		'font-src https://training.example/preview/a_token/ data:',
		'media-src https://training.example/preview/a_token/',
		"connect-src 'none'",
		"form-action 'none'",
		"base-uri 'none'",
		'frame-ancestors https://training.example'
	]);
	expect(frameHeaders('https://training.example', "x; sandbox 'y', *")['content-security-policy']).not.toContain('; sandbox ');
});
