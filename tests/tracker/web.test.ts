import { unflatten } from 'devalue';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll } from 'vitest';
import type { Attempt } from '#lib/progress/attempt.ts';
import { web } from '#lib/tracker/web.ts';
import { addPersonLike, freePort, signIn, startSite, withDatabase, type Client, type Site } from '../site.ts';
import { contract, type Host } from './contract.ts';

let site: Site;
let nobody: string;
let people = 0;
beforeAll(async () => {
	site = await startSite();
	nobody = `http://127.0.0.1:${await freePort()}`;
}, 30_000);
afterAll(() => site?.stop());

/** The data of a page as the browser gets it when it opens the page. */
interface PageData {
	attempt: Attempt;
	reader: string;
	again: boolean;
}

async function load(browser: Client, path: string): Promise<PageData> {
	const response = await browser.get(`${path}/__data.json`, { headers: { accept: 'application/json' } });
	const { nodes } = (await response.json()) as { nodes: ({ type: string; data: unknown[] } | null)[] };
	const all = nodes.flatMap((node) => (node?.type === 'data' ? [unflatten(node.data as number[]) as PageData] : []));
	return all.find((data) => data.attempt !== undefined)!;
}

/** A learner of their own for each test, on the built site. */
const onSite: Host = async (module) => {
	people += 1;
	const username = `learner-${people}`;
	addPersonLike(site, 'receptionist', username);
	const browser = await signIn(site, username);
	const address = `/modules/${module.slug}/page`;
	let gone = false;
	const send = ((path: string, init: RequestInit) => {
		const headers = { ...(init.headers as Record<string, string>), origin: site.origin, cookie: `session=${browser.token()}` };
		return fetch((gone ? nobody : site.origin) + path, { ...init, headers });
	}) as typeof fetch;
	return {
		async launch() {
			const { attempt, again, reader } = await load(browser, `${address}/${module.pages[0]!.id}`);
			return web({ address, attempt, again, reader }, send);
		},
		completions: () =>
			withDatabase(site, (database) => {
				const row = database.prepare('SELECT count(*) AS count FROM completion WHERE person_id = ? AND module = ?').get(username, module.slug);
				return (row as { count: number }).count;
			}),
		stored: () => [...['', '-wal'].map((part) => readFileSync(site.database + part, 'latin1')), site.log()].join('\n'),
		away: (goes) => (gone = goes),
		objections: () => []
	};
};

contract('The web', onSite);
