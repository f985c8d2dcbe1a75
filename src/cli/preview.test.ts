import { copyFileSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, join, resolve } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { trialFolder } from '#lib/server/database/trial.ts';
import { HEAD, moduleFile, runCommand, startCommand, type Running } from '../../tests/command-line.ts';

// Each test starts a process, perhaps on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

const PICTURE = resolve('tests/samples/ok-media/tea.png');
const SOUND = `${HEAD}\n# Page\n\n![A cup](cup.png)\n\n:::local-detail\nname: staff-support\n\nSay what there is.\n:::\n`;

let running: Running | undefined;
afterEach(async () => {
	await running?.interrupt();
	running = undefined;
});

function place(): string {
	const folder = trialFolder();
	const file = moduleFile(folder, 'tea');
	mkdirSync(dirname(file), { recursive: true });
	writeFileSync(file, SOUND);
	copyFileSync(PICTURE, join(dirname(file), 'cup.png'));
	writeFileSync(join(dirname(file), 'notes.txt'), 'private');
	return folder;
}

/** Starts a preview, and returns what asks it for a path as a program may: as it is written, with any name of the host. */
async function start(cwd: string, args: string[] = []) {
	running = startCommand(['preview', ...args, '--port', '0'], { cwd });
	const [, port] = await running.until(/The preview is on http:\/\/localhost:(\d+)\n[^]*Ctrl\+C/);
	return (path: string, { host = `localhost:${port}`, method = 'GET', headers = {}, until = undefined as ((body: string) => boolean) | undefined } = {}) =>
		new Promise<{ status: number; headers: Record<string, string>; body: string }>((done, failed) => {
			const asked = request({ host: '127.0.0.1', port: Number(port), path, method, headers: { ...headers, host } }, (response) => {
				let body = '';
				response.setEncoding('utf8').on('data', (text: string) => {
					body += text;
					if (until?.(body)) response.destroy();
				});
				response.on('error', () => {}).on('close', () => done({ status: response.statusCode!, headers: response.headers as Record<string, string>, body }));
			});
			asked.on('error', failed).end();
		});
}

describe('a preview', () => {
	test('answers to the names of this machine and to no other', async () => {
		const ask = await start(place());
		for (const host of ['localhost', '127.0.0.1:4000', '[::1]:4000']) expect((await ask('/', { host })).status).toBe(200);
		for (const host of ['evil.example', 'localhost.evil.example', 'localhost@evil.example:1', '192.168.0.1', ' ']) expect((await ask('/', { host })).status).toBe(403);
		expect((await ask('/', { method: 'POST' })).status).toBe(405);
	});

	test('has no page for an address that cannot be read', async () => {
		const ask = await start(place());
		for (const path of ['/%', '//', '/modules/%ff/']) expect([path, (await ask(path)).status]).toEqual([path, 404]);
		expect((await ask('/%', { host: 'evil.example' })).status).toBe(403);
	});

	test('answers HEAD as GET, without a body', async () => {
		const ask = await start(place());
		for (const path of ['/', '/modules/tea/', '/player.js', '/nothing', '/%']) {
			const { status, headers } = await ask(path);
			expect([path, await ask(path, { method: 'HEAD' })]).toEqual([path, { status, body: '', headers: expect.objectContaining({ 'content-type': headers['content-type'] }) }]);
		}
		for (const path of ['/events', '/modules/tea/events']) {
			expect(await ask(path, { method: 'HEAD' })).toMatchObject({ status: 200, body: '', headers: { 'content-type': 'text/event-stream' } });
		}
		expect((await ask('/modules/nothing/events', { method: 'HEAD' })).status).toBe(404);
	});

	test('of one module hears of the list of wording beside it, also of a new one', async () => {
		const cwd = place();
		const ask = await start(cwd, ['tea']);
		const save = (word: string) => writeFileSync(join(cwd, 'modules/wording.yaml'), `- instead-of: [page, there]\n  say: ${word}\n  because: It is a word.\n`);
		for (const word of ['zebra', 'giraffe']) {
			let saved = false;
			/** Saves once the page has been told how it is, and ends with what it is told next. */
			const until = (body: string) => {
				if (!saved && (saved = body.includes('data: '))) save(word);
				return body.includes(word);
			};
			expect((await ask('/modules/tea/events', { until })).body).toContain(word);
		}
	});

	test('serves what the module shows, and no other file, however it is asked for', async () => {
		const cwd = place();
		writeFileSync(join(cwd, 'secret.png'), 'secret');
		symlinkSync(join(cwd, 'secret.png'), join(cwd, 'modules/tea/linked.png'));
		const ask = await start(cwd);
		expect((await ask('/modules/tea/')).status).toBe(200);
		expect(await ask('/modules/tea/training/media/cup.png')).toMatchObject({ status: 200, body: expect.stringContaining('PNG'), headers: { 'content-type': 'image/png' } });
		const others = ['notes.txt', 'module.md', 'linked.png', '../module.md', '..%2fmodule.md', '%2e%2e/%2e%2e/secret.png', '..%2f..%2f..%2fsecret.png', '%00', '%ff', 'cup.png/', '__proto__'];
		for (const name of others) expect([name, (await ask(`/modules/tea/training/media/${name}`)).status]).toEqual([name, expect.toSatisfy((status) => status === 404 || status === 403)]);
		for (const path of ['/modules/..%2f/', '/modules/%252e%252e/', '/modules/nothing/', '/modules/nothing/events', '/explain/nothing', '/explain/__proto__', '/constructor']) {
			expect([path, (await ask(path)).status]).toEqual([path, 404]);
		}
	});

	test('says with each page what may run in it, and nothing that a module holds may', async () => {
		const ask = await start(place());
		for (const path of ['/', '/modules/tea/', '/explain/raw-html', '/nothing']) {
			const { headers, body } = await ask(path);
			expect(headers['content-security-policy']).toMatch(/^default-src 'none'; script-src 'self'; .*frame-ancestors 'none'/);
			expect(body).not.toMatch(/<script>|<style|\son\w+=|\sstyle=/);
		}
		const { headers } = await ask('/modules/tea/training/index.html');
		expect(headers['content-security-policy']).toMatch(/script-src 'self' 'sha256-[^']+'; .*frame-ancestors 'self'/);
	});

	test('lets a browser keep the player, and nothing that may change', async () => {
		const ask = await start(place());
		await ask('/modules/tea/');
		const { headers } = await ask('/modules/tea/training/player.js');
		expect(await ask('/modules/tea/training/player.js', { headers: { 'if-none-match': headers.etag! } })).toMatchObject({ status: 304, body: '' });
		expect((await ask('/modules/tea/training/index.html')).headers['cache-control']).toBe('no-store');
	});

	test('of one module leads to it, by its name, its folder or its module.md', async () => {
		const cwd = place();
		for (const name of ['tea', 'modules/tea', 'modules/tea/module.md']) {
			const ask = await start(cwd, [name]);
			expect((await ask('/')).headers.location).toBe('/modules/tea/');
			const { body } = await ask('/modules/tea/');
			expect(body).toContain('Preview: <span id="title">A module of a test</span>');
			expect(body).not.toContain('All modules');
			await running!.interrupt();
		}
	});

	test('shows what the trust has filled in', async () => {
		const cwd = place();
		writeFileSync(join(cwd, 'local.yaml'), 'staff-support: Ring *extension 1*.');
		const ask = await start(cwd, ['tea', '--local-details', 'local.yaml']);
		await ask('/modules/tea/');
		expect((await ask('/modules/tea/training/index.html')).body).toContain('Ring <em>extension 1</em>.');
		writeFileSync(join(cwd, 'local.yaml'), '[');
		await ask('/modules/tea/');
		await running!.until(/local\.yaml cannot be read/);
		expect((await ask('/modules/tea/training/index.html')).body).toContain('Ring <em>extension 1</em>.');
	});

	test('ends at once with Ctrl+C, also while a page is open', async () => {
		const ask = await start(place());
		const open = ask('/modules/tea/events');
		await ask('/modules/tea/');
		const before = Date.now();
		const { code, err } = await running!.interrupt();
		expect([code, err]).toEqual([0, '']);
		expect(Date.now() - before).toBeLessThan(2000);
		expect((await open).body).toContain('retry: ');
	});

	test('goes on without its folder', async () => {
		const cwd = place();
		const ask = await start(cwd);
		expect((await ask('/')).body).toContain('A module of a test');
		rmSync(join(cwd, 'modules'), { recursive: true });
		expect((await ask('/')).body).toContain('There is no module here yet.');
		expect((await ask('/modules/tea/')).body).toContain('the folder cannot be read');
	});
});

describe('a preview that cannot start says why', () => {
	test('where its port is taken', async () => {
		const other = createServer();
		await new Promise<void>((done) => other.listen(0, '127.0.0.1', done));
		const { port } = other.address() as AddressInfo;
		try {
			expect(await runCommand(['preview', '--port', String(port)], { cwd: place() })).toEqual({
				code: 2,
				out: '',
				err: `Something else is using port ${port}, perhaps another preview. Close it, or choose another: --port ${port + 1}\n`
			});
		} finally {
			other.close();
		}
	});

	test.each([
		[['nothing'], 'There is no module nothing here.'],
		[['tea', 'cake'], 'Name one module, or none to see all of them.'],
		[['--port', 'http'], '"http" is not a port.'],
		[['--port', '70000'], '"70000" is not a port.'],
		[['--local-details', 'nowhere.yaml'], 'nowhere.yaml cannot be read']
	])('with %j', async (args, words) => {
		const { code, out, err } = await runCommand(['preview', ...args], { cwd: place() });
		expect([code, out]).toEqual([2, '']);
		expect(err).toContain(words);
		expect(err).not.toMatch(/\n\s+at /);
	});
});
