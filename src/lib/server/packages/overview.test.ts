import { sql, type Kysely } from 'kysely';
import { expect, test } from 'vitest';
import type { Schema } from '../database/schema.ts';
import { serveAgain } from '../library/history.ts';
import { publish } from '../library/publish.ts';
import { trialModule } from '../library/trial.ts';
import { withdraw } from '../sign-off/sign-offs.ts';
import { day, edition, fill, person, recorded, signs, trialTrust } from '../sign-off/trial.ts';
import { askForBuilds } from './builds.ts';
import { packagedModule, packagedModules } from './overview.ts';
import { fillSupport, makeOne, signedOffTrust } from './trial.ts';

async function look(db: Kysely<Schema>, now = day(20)) {
	const [packaged] = await packagedModules(db, now);
	expect((await packagedModule(db, 'trial', now))!.outdated).toEqual(packaged!.outdated);
	return packaged!;
}

test('a module without a package needs one, and with one that is up to date does not', async () => {
	const { db } = await trialTrust();
	expect(await look(db)).toMatchObject({ needed: true, outdated: [], draft: true, outing: false });
	await makeOne(db);
	expect(await look(db)).toMatchObject({ needed: false, outdated: [] });
	await fill(db, 'Ask at the other desk.');
	expect(await look(db)).toMatchObject({ needed: true });
	await askForBuilds(db, [{ module: 'trial', asked: {} }], 'author', new Date());
	expect((await look(db, new Date())).needed).toBe(false);
});

test('a newer version makes it out of date, until the earlier one is served again', async () => {
	const { db, hash } = await trialTrust();
	await makeOne(db);
	const second = await edition(db, 'Second', 6);
	expect((await look(db)).outdated).toEqual(['A newer version exists.']);
	await serveAgain(db, 'trial', hash, second);
	expect((await look(db)).outdated).toEqual([]);
	await serveAgain(db, 'trial', second, hash);
	await makeOne(db);
	await serveAgain(db, 'trial', hash, second);
	expect((await look(db)).outdated).toEqual(['The site shows an earlier version again.']);
});

test('what the trust filled in makes it out of date where the package shows it', async () => {
	const { db } = await trialTrust();
	await makeOne(db);
	await db.insertInto('local_detail').values({ name: 'paid-time', text: 'An hour.', changed_at: day(2).toISOString() }).execute();
	expect((await look(db)).outdated).toEqual([]);
	await fill(db, 'Ask at the other desk.');
	expect((await look(db)).outdated).toEqual(['What your trust filled in has changed.']);
	await fill(db, 'Ask at the desk.');
	expect((await look(db)).outdated).toEqual([]);
});

test('a sign-off makes a draft out of date, and so does taking one back', async () => {
	const trust = await trialTrust();
	const { db, hash } = trust;
	await makeOne(db);
	await recorded(db, hash);
	await signs(db, 'trainer', 'peer-trainer', hash, 3);
	expect((await look(db)).outdated).toEqual([]);
	await signs(db, 'worker', 'peer-support-worker', hash, 4);
	expect((await look(db)).outdated).toEqual(['It has been signed off since.']);
	await fillSupport(db);
	await makeOne(db);
	expect(await look(db)).toMatchObject({ outdated: [], draft: false });
	const { id } = await db.selectFrom('sign_off').select('id').where('person_id', '=', 'worker').executeTakeFirstOrThrow();
	await withdraw(db, person('worker'), { version: hash, id, reason: 'It is not right.' }, day(5));
	expect((await look(db)).outdated).toEqual(['It is a draft again.']);
});

test('who took part is in what was signed off, and makes it out of date', async () => {
	const { db, hash } = await signedOffTrust();
	await makeOne(db);
	await recorded(db, hash, { roles: ['peer-support-worker'] }, 6);
	await signs(db, 'trainer', 'peer-trainer', hash, 7);
	await signs(db, 'worker', 'peer-support-worker', hash, 8);
	expect((await look(db)).outdated).toEqual(['Who took part in it has changed.']);
});

test('a voice that is withdrawn or whose time is over makes it out of date, also in an older version', async () => {
	const { db } = await trialTrust();
	const voice = (consent: string) => trialModule('trial', `\n# Only {#only}\n\nText.\n\n:::voice\nrole: peer trainer\nconsent: ${consent}\nrecorded-by: peer lead\nuntil: 1 January 2099\n\nI was heard.\n:::\n`);
	expect(await publish(db, voice('given 1 November 2026'), day(6))).toMatchObject({ kind: 'published' });
	await makeOne(db);
	expect((await look(db)).outdated).toEqual([]);
	expect((await look(db, new Date('2099-01-02T12:00:00.000Z'))).outdated).toEqual(['A voice was withdrawn, or its time is over.']);
	expect(await publish(db, voice('withdrawn 7 November 2026'), day(7))).toMatchObject({ kind: 'published' });
	expect((await look(db)).outdated).toEqual(['A newer version exists.', 'A voice was withdrawn, or its time is over.']);
});

test('another player makes every package out of date, and so does what the site knows of a learning system', async () => {
	const { db } = await trialTrust();
	await makeOne(db, { profile: 'moodle' });
	// As packages lie there that an earlier version of the software has made.
	await sql`UPDATE package SET ingredients = json_set(ingredients, '$.files', 'another')`.execute(db);
	expect((await look(db)).outdated).toEqual(["This site's player has changed."]);
	await sql`UPDATE package SET ingredients = json_set(ingredients, '$.options', 'others')`.execute(db);
	expect((await look(db)).outdated).toEqual(['This site now knows more of your learning system, and chooses otherwise.']);
});

test('a module for peer workers has to be confirmed, unless nothing is reported', async () => {
	const { db } = await trialTrust();
	await publish(db, trialModule('trial', undefined, { audience: 'peers' }), day(6));
	expect((await look(db)).outing).toBe(true);
	await makeOne(db, { standard: 'html' });
	expect((await look(db)).outing).toBe(false);
});
