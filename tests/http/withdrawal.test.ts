import { afterAll, beforeAll, expect, test } from 'vitest';
import { addPersonLike, signIn, startSite, withDatabase, type Client, type Site } from '../site.ts';

const MODULE = '/modules/power-labels-and-language';

let site: Site;
let author: Client;
beforeAll(async () => {
	site = await startSite();
	author = await signIn(site, 'author');
}, 30_000);
afterAll(() => site.stop());

const words = async (browser: Client, path: string) => (await browser.get(path)).text();

test('a module is withdrawn by an author who has confirmed it, and comes back as it was', async () => {
	for (const username of ['reader', 'newcomer']) addPersonLike(site, 'nurse', username);
	const [reader, newcomer] = await Promise.all([signIn(site, 'reader'), signIn(site, 'newcomer')]);
	const begun = (await reader.post(`${MODULE}?/start`)).headers.get('location')!;
	const served = /name="served" value="(\w{64})"/.exec(await words(author, `${MODULE}/versions`))![1]!;

	expect((await author.post(`${MODULE}/versions?/withdraw`, { served })).status).toBe(400);
	expect((await author.post(`${MODULE}/versions?/withdraw`, { served: 'f'.repeat(64), confirm: 'yes' })).status).toBe(409);
	expect((await newcomer.post(`${MODULE}/versions?/withdraw`, { served, confirm: 'yes' })).status).toBe(403);
	expect(await words(newcomer, '/')).toContain(MODULE);
	expect((await author.post(`${MODULE}/versions?/withdraw`, { served, confirm: 'yes' })).status).toBe(303);

	// Whoever comes new is told; whoever is in the middle of it goes on.
	expect((await newcomer.get(MODULE)).status).toBe(404);
	expect(await words(newcomer, MODULE)).toContain('It may have been withdrawn');
	expect(await words(newcomer, '/')).not.toContain(MODULE);
	expect((await newcomer.get(`${MODULE}/versions`)).status).toBe(404);
	expect((await reader.get(begun)).status).toBe(200);
	expect(await words(reader, '/')).toContain(begun);
	expect((await reader.post(`${begun}?/continue`)).status).toBe(303);

	expect(await words(author, '/checker')).toContain(`href="${MODULE}/versions"`);
	expect(await words(author, `${MODULE}/versions`)).toContain('This module was withdrawn on');
	expect((await author.post(`${MODULE}/versions?/offer`)).headers.get('location')).toBe(`${MODULE}/versions`);
	expect((await newcomer.get(MODULE)).status).toBe(200);
	expect(withDatabase(site, (database) => database.prepare("SELECT action FROM audit_entry WHERE subject = 'power-labels-and-language'").pluck().all())).toEqual(['module.withdrawn', 'module.offered-again']);
});
