import Database from 'better-sqlite3';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { addPersonLike, client, makeDemonstration, signIn, startSite, type Client } from '../site.ts';

const MODULE = '/modules/working-alongside-peers';
const PAGES = [
	'check-in', 'why-peer-roles', 'what-makes-a-peer-role', 'the-different-roles', 'what-they-do', 'what-they-do-not-do', 'practice-cover', 'first-meeting', 'practice-question', 'check', 'support', 'check-out'
];
const QUESTIONS = ['lived-experience', 'who-needs-training', 'risk-to-a-child', 'first-question', 'no-clinical-caseload'];

/** Everything that completes the module, as a learner without scripts sends it. */
const STEPS: { name: string; path: string; fields?: Record<string, string | string[]> }[] = [
	{ name: 'start', path: `${MODULE}?/start` },
	...QUESTIONS.map((question) => ({ name: question, path: `${MODULE}/page/check?/answer`, fields: { question, chosen: 'a' } })),
	{ name: 'which-role', path: `${MODULE}/page/the-different-roles?/answer`, fields: { question: 'which-role', chosen: ['a', 'a', 'a', 'a'] } },
	...PAGES.map((page) => ({ name: page, path: `${MODULE}/page/${page}?/continue` }))
];
const LEARNERS = 6;

let folder: string;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'alongside-durability-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

// From early on to when most of them have finished and the others are about to.
test.each([10, 40, 75, 100])('after %i acknowledged changes, a server that dies at once has lost none', async (changes) => {
	const database = join(folder, 'site.db');
	await makeDemonstration(database);
	const site = await startSite({ database });
	const usernames = Array.from({ length: LEARNERS }, (_, index) => `learner-${index}`);
	for (const username of usernames) addPersonLike(site, 'nurse', username);
	const learners = await Promise.all(usernames.map(async (username) => ({ username, browser: await signIn(site, username), acknowledged: [] as string[] })));

	let count = 0;
	let killed: Promise<void> | undefined;
	await Promise.all(
		learners.map(async ({ browser, acknowledged }) => {
			for (const { name, path, fields } of STEPS) {
				const response = await browser.post(path, fields).catch(() => undefined);
				if (!response) return;
				expect(response.status).toBe(303);
				acknowledged.push(name);
				count += 1;
				if (count >= changes) killed ??= site.kill();
			}
		})
	);
	await killed;

	const again = await startSite({ database });
	try {
		for (const { username, browser, acknowledged } of learners) await check(client(again, browser.token()), username, acknowledged, database);
		const opened = new Database(database, { readonly: true });
		expect(opened.pragma('integrity_check')).toEqual([{ integrity_check: 'ok' }]);
		expect(opened.pragma('foreign_key_check')).toEqual([]);
		opened.close();
	} finally {
		await again.stop();
	}
}, 30_000);

/** Looks for what somebody was told is saved: on the site, still signed in as they were, and in the file. */
async function check(browser: Client, username: string, acknowledged: string[], database: string): Promise<void> {
	const opened = new Database(database, { readonly: true });
	const completions = opened.prepare('SELECT count(*) FROM completion WHERE person_id = ?').pluck().get(username);
	const ended = opened.prepare('SELECT ended_at IS NOT NULL FROM attempt WHERE person_id = ?').pluck().all(username);
	opened.close();
	const start = await (await browser.get(MODULE)).text();
	if (acknowledged.length === STEPS.length) {
		expect([completions, ended]).toEqual([1, [1]]);
		expect(start).toContain('You completed this module on');
		return;
	}
	// The last change may have been saved just before the end, without anybody hearing of it.
	if (completions === 1) return;
	const pages = await Promise.all(['check', 'the-different-roles'].map(async (id) => (await browser.get(`${MODULE}/page/${id}`)).text()));
	const items = start.split('<li>').slice(1);
	const kept = [
		...(ended.length > 0 ? ['start'] : []),
		...[...QUESTIONS, 'which-role'].filter((question) => pages.join('').includes(`id="feedback-${question}"`)),
		...PAGES.filter((id) => items.some((item) => item.includes(`/page/${id}"`) && item.includes('– done')))
	];
	expect(kept).toEqual(expect.arrayContaining(acknowledged));
	expect(kept.length - acknowledged.length).toBeLessThanOrEqual(1);
}
