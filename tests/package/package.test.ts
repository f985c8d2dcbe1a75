import { strFromU8, strToU8, unzipSync } from 'fflate';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { Module } from '#lib/module/module.ts';
import { CONTROL_DOCUMENTS } from '#lib/package/assets.ts';
import { makePackage, packageFiles, packageName } from '#lib/package/package.ts';
import { isScorm, STANDARDS, type Standard } from '#lib/package/standards.ts';
import { compile, contentsFor, contentsOf, manifestOf, ROOT, slugs } from './modules.ts';
import { foreignReferences } from '#lib/package/preflight/references.ts';
import { findAll, readXml } from './xml.ts';

const KB = 1024;
/** The most bytes of a package without its media. IMS asks that its notice of 4 KB stands in each of 10 control documents of the 3rd edition. */
const MOST: Readonly<Record<Standard, number>> = { 'scorm-1.2': 90 * KB, 'scorm-2004-3': 100 * KB, 'scorm-2004-4': 90 * KB, html: 90 * KB };
const isMedia = (name: string) => name.startsWith('media/');

describe.each(STANDARDS.flatMap((standard) => slugs.map((slug) => ({ slug, standard }))))('the package of $slug as $standard', async ({ slug, standard }) => {
	const contents = await contentsOf(slug, { standard });
	const zip = makePackage(contents);
	const files = unzipSync(zip);
	const names = Object.keys(files);

	if (isScorm(standard)) {
		const control = Object.keys(CONTROL_DOCUMENTS[standard]);

		test('has its manifest first and at its root, and the control documents beside it', () => {
			expect(names[0]).toBe('imsmanifest.xml');
			expect(names).toEqual(expect.arrayContaining(control));
		});

		test('has every file that its manifest lists, and lists every file that it has', () => {
			const listed = findAll(readXml(strFromU8(files['imsmanifest.xml']!)), 'resources/resource/file').map(({ attributes }) => decodeURI(attributes.href!));
			const mustBeListed = names.filter((name) => name !== 'imsmanifest.xml' && !control.includes(name));
			expect(listed.sort()).toEqual(mustBeListed.sort());
			expect(mustBeListed.filter((name) => !isMedia(name)).length).toBeLessThanOrEqual(12);
		});
	} else {
		test('has nothing that only a learning system reads', () => {
			expect(names.filter((name) => !isMedia(name))).toEqual(['index.html', 'player.css', 'player.js']);
		});
	}

	test('has plain names: no folder above, none absolute, no two that differ in case only', () => {
		expect(names.filter((name) => !/^(media\/)?[\w][\w.-]*$/.test(name) || name.includes('..'))).toEqual([]);
		expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
	});

	test('refers to no other host, and to nothing outside its own folder', () => {
		expect(names.flatMap((name) => foreignReferences(name, files[name]!))).toEqual([]);
		const html = strFromU8(files['index.html']!);
		const local = [...html.matchAll(/<(?!a\s)[a-z]+[^>]*\s(?:src|href)="([^"]*)"/g)].map(([, address]) => address!);
		expect(local.filter((address) => !names.includes(decodeURI(address)))).toEqual([]);
		expect(html).not.toMatch(/<base|serviceWorker/);
	});

	test('looks like something', () => {
		expect(strFromU8(files['player.css']!)).toContain('.nhsuk-button');
	});

	test('unzips to the bytes that went in', () => {
		for (const [name, bytes] of packageFiles(contents)) expect(Buffer.from(files[name]!).equals(Buffer.from(bytes)), name).toBe(true);
		expect(names).toHaveLength(packageFiles(contents).size);
	});

	test('is small', () => {
		const withoutMedia = makePackage({ ...contents, media: new Map() });
		expect(withoutMedia.length).toBeLessThanOrEqual(MOST[standard]);
		expect(gzipSync(files['player.js']!, { level: 9 }).length).toBeLessThanOrEqual(30 * KB);
		expect(gzipSync(files['player.css']!, { level: 9 }).length).toBeLessThanOrEqual(12 * KB);
	});

	test('has a name that no learning system changes', () => {
		expect(packageName(contents.module, contents.version, standard)).toMatch(/^[a-z0-9-]+-[0-9a-f]{8}-[a-z0-9.-]+\.zip$/);
	});
});

test('references to other hosts are found', () => {
	const found = (name: string, text: string) => foreignReferences(name, strToU8(text));
	expect(found('a.html', '<img src="//example.org/a.png"><a href="https://example.org">ok</a>')).toEqual(['src="//example.org/a.png"']);
	expect(found('a.html', '{"html":"\\u003cimg src=\\"https://example.org/a.png\\">"}')).toEqual(['src="https://example.org/a.png"']);
	expect(found('a.css', 'a{background:url(/assets/a.png)}@import "b.css";')).toEqual(['/assets/a.png', '@import "b.css"']);
	expect(found('a.js', 'fetch("https://example.org/a")')).toEqual(['https://example.org/a']);
});

test('the same module gives the same bytes in every time zone', () => {
	const cli = join(ROOT, 'build/cli/main.js');
	if (!existsSync(cli)) throw new Error('The command line is not built: run "npm run build" first.');
	const folder = mkdtempSync(join(tmpdir(), 'alongside-package-'));
	const others = STANDARDS.filter((standard) => standard !== 'scorm-1.2');
	const pack = (zone: string) => {
		const out = join(folder, zone.replace('/', '-'));
		const run = (...what: string[]) => execFileSync(process.execPath, [cli, 'package', ...what, '--out', out], { cwd: ROOT, env: { ...process.env, TZ: zone }, stdio: 'pipe' });
		run('--all');
		for (const standard of others) run(slugs[0]!, '--standard', standard);
		return readdirSync(out).sort().map((name) => [name, readFileSync(join(out, name)).toString('base64')]);
	};
	try {
		const here = pack('Europe/London');
		expect(here).toHaveLength(slugs.length + others.length);
		expect(pack('Pacific/Kiritimati')).toEqual(here);
		expect(pack('America/St_Johns')).toEqual(here);
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}, 60_000);

test('the same inputs give the same bytes, in whatever order the files come', async () => {
	const module = compile('# One\n\n![A square](b.png)\n\n![A circle](a.png)\n', ['a.png', 'b.png']);
	const [a, b] = [strToU8('a'), strToU8('b')];
	const contents = contentsFor(module);
	const one = makePackage({ ...contents, media: new Map([['a.png', a], ['b.png', b]]) });
	const other = makePackage({ ...contents, media: new Map([['b.png', b], ['a.png', a]]) });
	expect(Buffer.from(one).equals(Buffer.from(other))).toBe(true);
});

describe('text that could break out of its place', () => {
	const TEXT = 'Ends here: `</script><script>alert(1)</script>`, `<!--`, `]]>`, `&amp;`, "quoted" & \u2028 done';

	test('stays text in the page and in its data', () => {
		const module = compile(`# One\n\n${TEXT}\n\n:::question\nWhich?\n\n- [x] \`</script>\`\n  > \`<!-- <script>\`\n- [ ] no\n  > no\n:::\n`);
		const contents = contentsFor(module);
		const html = strFromU8(packageFiles(contents).get('index.html')!);
		expect(html.match(/<script/g)).toHaveLength(3);
		expect(html.match(/<\/script/g)).toHaveLength(3);
		expect(html).not.toMatch(/alert\(1\)<\/script>|<script>alert/);
		const data = JSON.parse(/<script type="application\/json" id="module">([^]*?)<\/script>/.exec(html)![1]!) as { module: Module };
		expect(data.module.pages[0]!.blocks[1]).toEqual(module.pages[0]!.blocks[1]);
		// What is only read stands on the page once, and not in the data again.
		expect(JSON.stringify(data)).not.toContain('Ends here');
		expect(html).toContain('Ends here');
	});
});

test('a file name with spaces and signs can be found from the manifest and from the page', () => {
	const name = 'a cup & a plan.png';
	const module = compile(`# One\n\n![A cup](<${name}>)\n`, [name]);
	const contents = { ...contentsFor(module), media: new Map([[name, strToU8('png')]]) };
	const files = packageFiles(contents);
	const listed = findAll(readXml(manifestOf(contents)), 'resources/resource/file').map(({ attributes }) => attributes.href!);
	expect(listed.map(decodeURI)).toContain(`media/${name}`);
	const [address] = /media\/[^"\\]*/.exec(strFromU8(files.get('index.html')!))!;
	expect(files.has(decodeURIComponent(address!))).toBe(true);
});

test('what a trust filled in and the module does not name stays out of the package', async () => {
	const contents = await contentsOf('working-alongside-peers');
	const details = { 'urgent-help': 'Call 999.', 'limits-of-the-role': 'No caseload here.', 'of-no-module': 'Internal number 1234.' };
	const html = strFromU8(packageFiles({ ...contents, details }).get('index.html')!);
	expect(html).toContain('Call 999.');
	expect(html).toContain('No caseload here.');
	expect(html).not.toContain('1234');
});
