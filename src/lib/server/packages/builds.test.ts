import type { Kysely } from 'kysely';
import { expect, test } from 'vitest';
import type { Schema } from '../database/schema.ts';
import { day, trialTrust } from '../sign-off/trial.ts';
import { askForBuilds, claimBuild, endBuild, keepClaim, lastBuilds, lastRun, LEASE, type Wanted } from './builds.ts';
import { readChoices } from './choices.ts';

const NOW = day(10);
const after = (ms: number) => new Date(NOW.getTime() + ms);
const want = (module: string, profile?: string): Wanted => ({ module, asked: profile ? { profile } : {} });
const ask = (db: Kysely<Schema>, ...wanted: Wanted[]) => askForBuilds(db, wanted, 'author', NOW);

async function stateOf(db: Kysely<Schema>, module: string, now = NOW) {
	return (await lastBuilds(db, now)).get(module);
}

test('two people who ask for the same get one, and one with other options has to wait', async () => {
	const { db } = await trialTrust();
	const [[first], [second], [third]] = await Promise.all([ask(db, want('trial', 'moodle')), ask(db, want('trial', 'moodle')), ask(db, want('trial', 'esr'))]);
	expect([first!.kind, second!.kind, third!.kind]).toEqual(['asked', 'joined', 'busy']);
	expect(second).toEqual({ kind: 'joined', id: (first as { id: number }).id });
	expect((await readChoices(db)).of('trial')).toEqual({ profile: 'moodle' });
	await claimBuild(db, NOW);
	expect((await ask(db, want('trial', 'moodle')))[0]!.kind).toBe('joined');
	expect((await ask(db, want('trial')))[0]!.kind).toBe('busy');
});

test('each build is claimed by one, the longest waiting first', async () => {
	const { db } = await trialTrust();
	await ask(db, want('one'), want('two'));
	const claims = await Promise.all([claimBuild(db, NOW), claimBuild(db, NOW), claimBuild(db, NOW)]);
	expect(claims.map((claim) => claim?.module)).toEqual(['one', 'two', undefined]);
});

test('what is asked for while something waits is of the same run, and later on of another', async () => {
	const { db } = await trialTrust();
	await ask(db, want('one'), want('two'));
	await ask(db, want('three'));
	expect((await lastRun(db, NOW)).map(({ module }) => module)).toEqual(['one', 'two', 'three']);
	for (let claim = await claimBuild(db, NOW); claim; claim = await claimBuild(db, NOW)) await endBuild(db, claim, { problem: 'Not today.' });
	await ask(db, want('two'));
	expect(await lastRun(db, NOW)).toMatchObject([{ module: 'two', state: 'waiting' }]);
	expect(await stateOf(db, 'one')).toMatchObject({ state: 'failed', problem: 'Not today.' });
});

test('a build that nobody is at any more is told as interrupted, and can be asked for again', async () => {
	const { db } = await trialTrust();
	await ask(db, want('trial'));
	const gone = await claimBuild(db, NOW);
	await keepClaim(db, gone!, after(5000));
	expect(await stateOf(db, 'trial', after(LEASE + 4000))).toMatchObject({ state: 'running' });
	const late = after(LEASE + 6000);
	const interrupted = await stateOf(db, 'trial', late);
	expect(interrupted).toMatchObject({ state: 'failed' });
	expect(interrupted!.problem).toContain('It was interrupted');
	expect(interrupted!.problem).toContain('Make it again');
	expect((await askForBuilds(db, [want('trial', 'esr')], 'author', late))[0]!.kind).toBe('asked');
	// Whoever was at it after all comes too late.
	expect(await endBuild(db, gone!, { problem: 'Too late.' })).toBe(false);
	expect(await claimBuild(db, late)).toMatchObject({ asked: { profile: 'esr' } });
});

test('one that was interrupted is not tried again by itself: it may be what ends the server', async () => {
	const { db } = await trialTrust();
	await ask(db, want('trial'));
	await claimBuild(db, NOW);
	expect(await claimBuild(db, after(LEASE + 1))).toBeUndefined();
	expect(await stateOf(db, 'trial', after(LEASE + 1))).toMatchObject({ state: 'failed' });
});

test('a module that had no package yet starts with the learning system that was chosen last', async () => {
	const { db } = await trialTrust();
	expect((await readChoices(db)).of('trial')).toEqual({});
	await ask(db, { module: 'trial', asked: { profile: 'moodle', language: 'en' } });
	await askForBuilds(db, [want('two', 'esr')], 'author', after(1));
	const choices = await readChoices(db);
	expect([choices.of('trial'), choices.of('two'), choices.of('three')]).toEqual([{ profile: 'moodle', language: 'en' }, { profile: 'esr' }, { profile: 'esr' }]);
});
