import { expect, test } from 'vitest';
import { findEntry, listEntries, plainWords, removedNames, searchEntries } from './entries.ts';
import { namedDetails } from './named.ts';
import { removeDetail, saveDetail } from './save.ts';
import { BY, NOW, nameInModule, trialTrust } from './trial.ts';

test('a detail is named by modules, guides and "Get support", each with its own words', async () => {
	const named = await namedDetails(await trialTrust());
	expect(named.get('paid-time')).toEqual({
		name: 'paid-time',
		title: 'Paid time',
		requests: [
			{ html: '<p>Say whether it is <em>paid</em>.</p>', places: [{ title: 'Trial of trial', part: 'Start', href: '/modules/trial/page/start' }] },
			{ html: '<p>Say how to claim it.</p>', places: [{ title: 'Trial guide', part: 'Time', href: '/guides/trial-guide#time' }] }
		]
	});
	expect(named.get('urgent-help')).toEqual({
		name: 'urgent-help',
		title: 'Urgent help',
		requests: [{ html: undefined, places: [{ title: 'Trial of trial', part: 'Help', href: '/modules/trial/page/help' }, { title: 'Get support', href: '/support' }] }]
	});
});

test('what is missing comes first, then what is stale, what is checked and what nothing names', async () => {
	const db = await trialTrust();
	const at = NOW.toISOString();
	await db
		.insertInto('local_detail')
		.values([
			{ name: 'old-name', text: 'Text', checked_on: '2026-11-01', changed_at: at },
			{ name: 'paid-time', text: 'Yes.', checked_on: '2026-11-01', changed_at: at },
			{ name: 'lockers', text: 'Ask.', checked_on: '2024-11-01', changed_at: at }
		])
		.execute();
	const entries = await listEntries(db, NOW);
	expect(entries.map(({ name, state }) => `${name} ${state}`)).toEqual([
		'buddies missing',
		'debrief missing',
		'data-protection missing',
		'how-long-kept missing',
		'problem-contact missing',
		'who-to-ask-about-peer-roles missing',
		'staff-support missing',
		'supervision-and-reflective-practice missing',
		'training-team missing',
		'peer-lead missing',
		'peer-network missing',
		'urgent-help missing',
		'lawful-basis missing',
		'lockers stale',
		'paid-time checked',
		'old-name unnamed'
	]);
	expect(entries.find(({ name }) => name === 'paid-time')).toMatchObject({ checkBy: '2027-11-01', changed: undefined, revision: 0 });
});

test('an entry says who changed it last', async () => {
	const db = await trialTrust();
	await saveDetail(db, 'lockers', { base: 0, content: { text: 'Ask.', keptBy: '', checkedOn: null } }, BY);
	expect(await findEntry(db, 'lockers', NOW)).toMatchObject({ changed: { at: NOW.toISOString(), by: 'Demo author' }, revision: 1 });
});

test.each(['nothing', '__proto__', 'constructor', '', 'PAID-TIME'])('there is no entry called %j', async (name) => {
	expect(await findEntry(await trialTrust(), name, NOW)).toBeUndefined();
});

test('an entry is found by its words, by what is asked and by where it stands', async () => {
	const db = await trialTrust();
	await saveDetail(db, 'lockers', { base: 0, content: { text: 'Ring the *Zebra* line.', keptBy: 'Demo lead', checkedOn: null } }, BY);
	const entries = await listEntries(db, NOW);
	const found = (words: string) => searchEntries(entries, words).map(({ name }) => name);
	expect(found('zebra')).toEqual(['lockers']);
	expect(found('DEMO LEAD')).toEqual(['lockers']);
	expect(found('whether it is paid')).toEqual(['paid-time']);
	expect(found('trial guide')).toEqual(['paid-time']);
	expect(found('.*')).toEqual([]);
	expect(found(' ')).toHaveLength(entries.length);
});

test('the words of a request are those that people read', () => {
	expect(plainWords('<p>Say &quot;yes&quot; &amp; <em>who</em>.</p>\n<p>1 &lt; 2</p>')).toBe('Say "yes" & who. 1 < 2');
});

test('what was deleted is known by its history alone', async () => {
	const db = await trialTrust();
	await saveDetail(db, 'lockers', { base: 0, content: { text: 'Ask.', keptBy: '', checkedOn: null } }, BY);
	await nameInModule(db, 'No detail.');
	expect(await removedNames(db)).toEqual([]);
	await removeDetail(db, 'lockers', 1, BY);
	expect(await removedNames(db)).toEqual(['lockers']);
	expect(await findEntry(db, 'lockers', NOW)).toBeUndefined();
});
