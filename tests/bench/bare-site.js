// The least that a SvelteKit site does: a page with one query, a page that sends what it is given, and an endpoint with one durable write.
import Database from 'better-sqlite3';
import { spawnSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

const FILES = {
	'package.json': '{ "name": "bare", "private": true, "type": "module", "dependencies": { "better-sqlite3": "*" } }',
	'svelte.config.js': `import adapter from '@sveltejs/adapter-node';
export default { kit: { adapter: adapter() } };`,
	'vite.config.js': `import { sveltekit } from '@sveltejs/kit/vite';
export default { plugins: [sveltekit()], ssr: { external: ['better-sqlite3'] } };`,
	'src/app.html': '<!doctype html><html lang="en"><head><title>Bare</title>%sveltekit.head%</head><body>%sveltekit.body%</body></html>',
	'src/lib/database.js': `import Database from 'better-sqlite3';
import { building } from '$app/environment';
export const database = new Database(building ? ':memory:' : process.env.DATABASE);
database.pragma('journal_mode = WAL');
database.pragma('synchronous = FULL');
database.exec('CREATE TABLE IF NOT EXISTS note (id INTEGER PRIMARY KEY, words TEXT) STRICT');`,
	'src/routes/+page.server.js': `import { database } from '$lib/database.js';
const read = database.prepare('SELECT count(*) AS notes FROM note');
export const load = () => read.get();`,
	'src/routes/+page.svelte': '<script>let { data } = $props();</script><h1>Bare</h1><p>{data.notes} notes</p>',
	'src/routes/same/[id]/+page.js': 'export const csr = false;',
	'src/routes/same/[id]/+page.server.js': `import { database } from '$lib/database.js';
const read = database.prepare('SELECT words FROM note WHERE id = ?');
export const load = ({ params }) => read.get(Number(params.id));`,
	'src/routes/same/[id]/+page.svelte': '<script>let { data } = $props();</script>{@html data.words}',
	'src/routes/write/+server.js': `import { database } from '$lib/database.js';
const write = database.prepare('INSERT INTO note (id, words) VALUES (1, ?) ON CONFLICT DO UPDATE SET words = excluded.words');
export async function POST({ request }) {
	const form = await request.formData();
	write.run(String(form.get('chosen')));
	return Response.json({ done: true });
}`
};

/** Builds it in `folder`; returns the program that serves it. */
export function buildBareSite(folder) {
	for (const [name, text] of Object.entries(FILES)) {
		mkdirSync(dirname(join(folder, name)), { recursive: true });
		writeFileSync(join(folder, name), text);
	}
	symlinkSync(resolve('node_modules'), join(folder, 'node_modules'), 'junction');
	const { status, stdout, stderr } = spawnSync(process.execPath, ['node_modules/vite/bin/vite.js', 'build'], { cwd: folder, encoding: 'utf8', timeout: 120_000 });
	if (status !== 0) throw new Error(`The bare site did not build:\n${stdout}${stderr}`);
	return join(folder, 'build/index.js');
}

/** Lets the bare site send the bodies of these pages, each as one string out of one query, at `/same/2` and so on. */
export function sendTheSame(file, pages) {
	const database = new Database(file);
	const insert = database.prepare('INSERT INTO note (id, words) VALUES (?, ?)');
	pages.forEach((page, index) => insert.run(index + 2, /<body[^>]*>(.*)<\/body>/s.exec(page)[1]));
	database.close();
}
