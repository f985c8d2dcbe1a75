import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { failToStart, freePort, makeDemonstration, signIn, startSite } from '../site.ts';

// Each test starts the site, perhaps on a busy machine.
vi.setConfig({ testTimeout: 20_000 });

const MODULES = resolve(import.meta.dirname, '../../modules');

let folder: string;
let settings: Record<string, string>;
beforeEach(async () => {
	folder = mkdtempSync(join(tmpdir(), 'alongside-starting-'));
	const port = await freePort();
	settings = { PORT: String(port), ORIGIN: `http://localhost:${port}`, DATABASE: join(folder, 'site.db'), LOG_LEVEL: 'silent' };
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** What the site says when it cannot start: sentences, and nothing of where in the code it noticed. */
async function said(changed: Record<string, string>): Promise<string[]> {
	const { code, printed } = await failToStart({ ...settings, ...changed });
	expect(code).toBe(1);
	expect(printed).not.toMatch(/\n\s+at |node:|\.js:\d|Error:/);
	return printed.trimEnd().split('\n');
}

describe('a site that cannot start says why', () => {
	test('where its port is taken', async () => {
		const other = createServer();
		await new Promise<void>((done) => other.listen(0, '127.0.0.1', done));
		const { port } = other.address() as AddressInfo;
		try {
			expect(await said({ PORT: String(port) })).toEqual([`Something else is using port ${port}: close it, or set PORT to another.`]);
		} finally {
			await new Promise((done) => other.close(done));
		}
	});

	test('where its address is not this machine\'s', async () => {
		expect(await said({ HOST: '192.0.2.1' })).toEqual(['The server cannot listen on HOST "192.0.2.1" (EADDRNOTAVAIL): set it to an address of this machine, such as 127.0.0.1.']);
	});

	test('where its origin is not set', async () => {
		delete settings.ORIGIN;
		expect(await said({})).toEqual(['ORIGIN is not set. Set it to the address where people find the site, for example ORIGIN=https://training.example.nhs.uk.']);
	});

	test('where several settings are wrong, all at once', async () => {
		const problems = await said({ ORIGIN: 'http://training.example.nhs.uk', PORT: '0', LOG_LEVEL: 'loud', DEMONSTRATION: 'perhaps' });
		expect(problems.map((problem) => problem.split(' ')[0])).toEqual(['ORIGIN', 'PORT', 'DEMONSTRATION', 'LOG_LEVEL']);
	});

	test('where the demonstration would be open to the network', async () => {
		expect(await said({ DEMONSTRATION: 'true', HOST: '0.0.0.0' })).toEqual([expect.stringContaining('set HOST to 127.0.0.1, or DEMONSTRATION to false.')]);
	});

	test('where a setting is there without a value, as if it were not set', async () => {
		delete settings.ORIGIN;
		expect(await said({ HOST: '', PORT: '', DATABASE: ' ' })).toEqual([expect.stringContaining('ORIGIN is not set.')]);
	});

	test('where the database has no folder', async () => {
		expect(await said({ DATABASE: join(folder, 'nowhere', 'site.db') })).toEqual([`The folder ${join(folder, 'nowhere')} does not exist: create it, or name another database file.`]);
	});

	test('where the database\'s folder is a file', async () => {
		writeFileSync(join(folder, 'letter'), 'Dear colleague');
		expect(await said({ DATABASE: join(folder, 'letter', 'site.db') })).toEqual([expect.stringContaining(join(folder, 'letter'))]);
	});

	test('where the database cannot be written', async () => {
		// Root may write anywhere but there.
		expect(await said({ DATABASE: '/proc/site.db' })).toEqual(['The database /proc/site.db cannot be written: let the user who runs the server write to the file and its folder.']);
	});

	test('where the database is a folder', async () => {
		expect(await said({ DATABASE: folder })).toEqual([`${folder} is a folder: name a file in it for the database.`]);
	});

	test('where the database is something else', async () => {
		const letter = join(folder, 'letter.txt');
		writeFileSync(letter, 'Dear colleague, '.repeat(100));
		expect(await said({ DATABASE: letter })).toEqual([`${letter} is not a database: move it away, or name another database file.`]);
	});

	test('where there is no folder of modules', async () => {
		expect(await said({ MODULES: join(folder, 'nowhere') })).toEqual([`There is no folder ${join(folder, 'nowhere')} here. Go to the folder that holds it, or name another.`]);
	});
});

test('a host that is set to nothing is this machine, and not the whole network', async () => {
	const site = await startSite({ env: { HOST: '' } });
	expect(site.log()).toMatch(/Listening on http:\/\/127\.0\.0\.1:/);
	await site.stop();
});

describe('a module with mistakes', () => {
	const broken = '---\ntitle: Broken\n---\n\n# A page\n\n:::question\nWhich?\n\n- [ ] None\n:::\n';

	test('keeps no other from being served, nor its own last good version', async () => {
		const modules = join(folder, 'modules');
		const database = join(folder, 'site.db');
		cpSync(MODULES, modules, { recursive: true });
		mkdirSync(join(modules, 'never-good'));
		writeFileSync(join(modules, 'never-good', 'module.md'), broken);
		mkdirSync(join(modules, 'a-link'));
		symlinkSync('/etc/hostname', join(modules, 'a-link', 'module.md'));
		await makeDemonstration(database);
		const first = await startSite({ database, env: { MODULES: modules } });
		await first.stop();
		writeFileSync(join(modules, 'managing-triggers', 'module.md'), broken);

		const site = await startSite({ database, env: { MODULES: modules } });
		try {
			const nurse = await signIn(site, 'nurse');
			const home = await (await nurse.get('/')).text();
			expect(home).toContain('Managing triggers at work');
			expect(home).toContain('Working alongside peer workers');
			expect((await nurse.get('/modules/managing-triggers/page/check')).status).toBe(200);
			expect((await nurse.get('/modules/never-good')).status).toBe(404);
			expect(site.log()).toMatch(/"reason":"[^"]*a-link\/module\.md is a link, and links are not followed/);
			for (const slug of ['managing-triggers', 'never-good']) expect(site.log()).toMatch(new RegExp(`"slug":"${slug}".*question-without-right-answer.*"msg":"not published: run \\\\"npx alongside check\\\\""`));
		} finally {
			await site.stop();
		}
	});

	test('does not hide that another has none', async () => {
		const modules = join(folder, 'modules');
		mkdirSync(modules);
		const site = await startSite({ env: { MODULES: modules } });
		try {
			expect(await (await (await signIn(site, 'nurse')).get('/')).text()).toContain('You have nothing to do here at the moment.');
		} finally {
			await site.stop();
		}
	});
});

test('a story is shown until its file or its approval goes, and stays as it was through other mistakes', async () => {
	const modules = join(folder, 'modules');
	const database = join(folder, 'site.db');
	mkdirSync(join(modules, 'stories'), { recursive: true });
	const story = (approvedBy: string, words = 'We had tea.') =>
		`---\nkind: story\ntitle: Tea\nsummary: A story for tests.\nwritten-by:\n  - nurse\napproved-by:\n  - ${approvedBy}\n---\n\n# Tea\n\n${words}\n`;
	const write = (name: string, text: string) => writeFileSync(join(modules, 'stories', `${name}.md`), text);
	for (const name of ['approved', 'file-gone', 'approval-gone', 'mistake']) write(name, story('peer-trainer'));
	await makeDemonstration(database);
	await (await startSite({ database, env: { MODULES: modules } })).stop();
	rmSync(join(modules, 'stories', 'file-gone.md'));
	write('approval-gone', story('ward-manager'));
	write('mistake', story('peer-trainer', '<b>We had tea.</b>'));

	const site = await startSite({ database, env: { MODULES: modules } });
	try {
		const nurse = await signIn(site, 'nurse');
		const statuses = await Promise.all(['approved', 'file-gone', 'approval-gone', 'mistake'].map(async (name) => (await nurse.get(`/stories/${name}`)).status));
		expect(statuses).toEqual([200, 404, 404, 200]);
		expect(site.log()).toMatch(/"guide":"approval-gone".*story-unapproved/);
	} finally {
		await site.stop();
	}
});

test('leaving quickly is offered where it is switched on, and nowhere else', async () => {
	const offered = async (env: Record<string, string>) => {
		const site = await startSite({ env });
		try {
			return (await (await (await signIn(site, 'nurse')).get('/modules/managing-triggers')).text()).includes('Leave this page quickly');
		} finally {
			await site.stop();
		}
	};
	expect([await offered({}), await offered({ LEAVE_QUICKLY: 'true' })]).toEqual([false, true]);
});
