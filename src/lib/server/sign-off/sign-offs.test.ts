import { describe, expect, test } from 'vitest';
import { serveAgain } from '../library/history.ts';
import { rolesHeld, sign, withdraw, withdrawable } from './sign-offs.ts';
import { day, edition, fill, person, recorded, signs, trialTrust } from './trial.ts';

const signOffs = async ({ db }: Awaited<ReturnType<typeof trialTrust>>) => db.selectFrom('sign_off').select(['person_id', 'role']).orderBy('id').execute();

describe('whoever holds a peer role', () => {
	test('signs the version that is served, once, in that role', async () => {
		const trust = await trialTrust();
		const { db, hash } = trust;
		await recorded(db, hash);
		expect(await signs(db, 'trainer', 'peer-trainer', hash, 3)).toBe('signed');
		expect(await signs(db, 'trainer', 'peer-trainer', hash, 4)).toBe('already');
		expect(await signOffs(trust)).toEqual([{ person_id: 'trainer', role: 'peer-trainer' }]);
	});

	test('counts once, also with two roles', async () => {
		const trust = await trialTrust();
		const { db, hash } = trust;
		await recorded(db, hash);
		expect(await rolesHeld(db, 'both')).toEqual(['peer-support-worker', 'peer-trainer']);
		expect(await signs(db, 'both', 'peer-trainer', hash, 3)).toBe('signed');
		expect(await signs(db, 'both', 'peer-support-worker', hash, 3)).toBe('already');
		expect(await signOffs(trust)).toHaveLength(1);
	});

	test('signs once, however often the form is sent at the same moment', async () => {
		const trust = await trialTrust();
		const { db, hash } = trust;
		await recorded(db, hash);
		const kinds = await Promise.all(Array.from({ length: 8 }, () => signs(db, 'trainer', 'peer-trainer', hash, 3)));
		expect(kinds.sort()).toEqual([...Array(7).fill('already'), 'signed']);
		expect(await signOffs(trust)).toHaveLength(1);
	});
});

describe('nothing is signed', () => {
	test('in a role that somebody does not hold, or lost, or that there is not: with one answer for all, whatever is sent', async () => {
		const trust = await trialTrust();
		const { db, hash } = trust;
		const record = await recorded(db, hash);
		await db.deleteFrom('peer_role_holder').where('person_id', '=', 'worker').execute();
		await db.insertInto('peer_role_holder').values({ role: 'ward-sister', person_id: 'nurse' }).execute();
		const answers = new Set<string>();
		for (const [who, role] of [['nurse', 'peer-trainer'], ['trainer', 'peer-lead'], ['worker', 'peer-support-worker'], ['nurse', 'ward-sister'], ['nurse', ''], ['nobody', '__proto__']] as const) {
			for (const [slug, version, id] of [['trial', hash, record], ['nothing', hash, record], ['trial', 'f'.repeat(64), 0]] as const) {
				answers.add(JSON.stringify(await sign(db, who, { slug, version, record: id, role, confirmed: true }, day(3))));
			}
		}
		expect([...answers]).toEqual(['{"kind":"not-allowed"}']);
		expect(await signOffs(trust)).toEqual([]);
	});

	test('where another version came while this one was being read', async () => {
		const trust = await trialTrust();
		const { db, hash } = trust;
		const record = await recorded(db, hash);
		const newer = await edition(db, 'Second', 3);
		expect(await sign(db, 'trainer', { slug: 'trial', version: hash, record, role: 'peer-trainer', confirmed: true }, day(4))).toEqual({ kind: 'another-version', served: newer });
		expect(await signOffs(trust)).toEqual([]);
		await serveAgain(db, 'trial', hash, newer);
		expect(await signs(db, 'trainer', 'peer-trainer', hash, 5)).toBe('signed');
	});

	test('where the record is not written, or changed while it was being read', async () => {
		const { db, hash } = await trialTrust();
		expect(await signs(db, 'trainer', 'peer-trainer', hash, 3)).toBe('not-ready');
		const read = await recorded(db, hash);
		await recorded(db, hash, { notAgreed: 'Nothing.' });
		expect(await sign(db, 'trainer', { slug: 'trial', version: hash, record: read, role: 'peer-trainer', confirmed: true }, day(3))).toEqual({ kind: 'another-record' });
	});

	test('while the trust has left something empty that the module asks for', async () => {
		const { db, hash } = await trialTrust();
		await recorded(db, hash);
		await fill(db, '');
		expect(await signs(db, 'trainer', 'peer-trainer', hash, 3)).toBe('not-ready');
	});
});

describe('whoever may sign is asked', () => {
	test('to know that colleagues may guess', async () => {
		const trust = await trialTrust();
		const record = await recorded(trust.db, trust.hash);
		expect(await sign(trust.db, 'trainer', { slug: 'trial', version: trust.hash, record, role: 'peer-trainer', confirmed: false }, day(3))).toEqual({ kind: 'unconfirmed' });
		expect(await signOffs(trust)).toEqual([]);
	});

	test('in which role they do', async () => {
		const { db, hash } = await trialTrust();
		await recorded(db, hash);
		expect(await signs(db, 'both', '', hash, 3)).toBe('no-role');
	});
});

describe('a sign-off', () => {
	async function signedByTwo() {
		const trust = await trialTrust();
		await recorded(trust.db, trust.hash);
		await signs(trust.db, 'trainer', 'peer-trainer', trust.hash, 3);
		await signs(trust.db, 'worker', 'peer-support-worker', trust.hash, 4);
		const id = (await withdrawable(trust.db, person('trainer'), trust.hash))[0]!.id;
		const withdrawals = () => trust.db.selectFrom('sign_off_withdrawal').select(['sign_off', 'reason']).execute();
		return { ...trust, id, withdrawals };
	}

	test('is seen as theirs by whoever gave it, every one by the peer lead without a name, and none by anybody else', async () => {
		const { db, hash } = await signedByTwo();
		const seenBy = async (who: string) => (await withdrawable(db, person(who), hash)).map(({ role, own }) => ({ role, own }));
		expect(await seenBy('trainer')).toEqual([{ role: 'peer-trainer', own: true }]);
		expect(await seenBy('lead')).toEqual([{ role: 'peer-trainer', own: false }, { role: 'peer-support-worker', own: false }]);
		expect(await seenBy('nurse')).toEqual([]);
		expect(await seenBy('both')).toEqual([]);
		expect(JSON.stringify(await withdrawable(db, person('lead'), hash))).not.toMatch(/"(trainer|worker)"/);
	});

	test.each(['trainer', 'lead'])('is withdrawn by %s, and only once', async (who) => {
		const { db, hash, id, withdrawals } = await signedByTwo();
		for (const reason of ['Page 2.', 'Again.']) await withdraw(db, person(who), { version: hash, id, reason }, day(5));
		expect(await withdrawals()).toEqual([{ sign_off: id, reason: 'Page 2.' }]);
	});

	test('can be given again after it was withdrawn', async () => {
		const { db, hash, id } = await signedByTwo();
		await withdraw(db, person('trainer'), { version: hash, id, reason: '' }, day(5));
		expect(await signs(db, 'trainer', 'peer-trainer', hash, 6)).toBe('signed');
	});

	test('stays where somebody else asks, or under another version', async () => {
		const { db, hash, id, withdrawals } = await signedByTwo();
		for (const who of ['nurse', 'worker', 'both']) await withdraw(db, person(who), { version: hash, id, reason: '' }, day(5));
		await withdraw(db, person('lead'), { version: 'f'.repeat(64), id, reason: '' }, day(5));
		await withdraw(db, person('lead'), { version: hash, id: Number.NaN, reason: '' }, day(5));
		expect(await withdrawals()).toEqual([]);
	});

	test('leaves an entry in the audit log that names nobody, no role and no module', async () => {
		const { db, hash, id } = await signedByTwo();
		await withdraw(db, person('lead'), { version: hash, id, reason: 'Page 2.' }, day(5));
		const entries = await db.selectFrom('audit_entry').selectAll().orderBy('id').execute();
		expect(entries.map(({ person_id, action, subject }) => ({ person_id, action, subject }))).toEqual([
			{ person_id: null, action: 'signed off', subject: `sign-off ${id}` },
			{ person_id: null, action: 'signed off', subject: `sign-off ${id + 1}` },
			{ person_id: null, action: 'withdrew a sign-off', subject: `sign-off ${id}` }
		]);
	});
});
