import { expect, test } from 'vitest';
import { trialDatabase } from '../database/trial.ts';
import { addressOf, currentGuide, currentGuides, publishGuide, withdrawStories } from './guides.ts';
import { pathway } from './pathway.ts';
import { publish } from './publish.ts';
import { shownGuide } from './shown-guide.ts';
import { trialModule } from './trial.ts';

const NOW = new Date('2026-11-26T12:00:00Z');

function story(slug: string, approvedBy = 'peer-trainer') {
	const text = `---\nkind: story\ntitle: Story of ${slug}\nsummary: A story for tests.\nwritten-by:\n  - nurse\napproved-by:\n  - ${approvedBy}\n---\n\n# Tea\n\nWe had tea.\n`;
	return { slug, file: `stories/${slug}.md`, text };
}

function session(slug: string, module: string) {
	const text = `---\nkind: session\nmodule: ${module}\nminutes: 60\ntitle: Session of ${module}\nsummary: A session for tests.\naudience: peers\nsources:\n  - Nothing.\n---\n\n# Tea\n\nWe have tea.\n`;
	return { slug, file: `guides/${slug}.md`, text };
}

test('a story is published while somebody in a peer role has approved it, and has an address of its own', async () => {
	const db = await trialDatabase();
	expect(await publishGuide(db, story('tea', 'ward-manager'), NOW)).toMatchObject({ kind: 'refused', diagnostics: [{ code: 'story-unapproved' }] });
	expect(await currentGuides(db)).toEqual([]);
	expect(await publishGuide(db, story('tea'), NOW)).toMatchObject({ kind: 'published' });
	const { guide } = (await currentGuide(db, 'tea'))!;
	expect(guide).toMatchObject({ kind: 'story', writtenBy: ['nurse'], approvedBy: ['peer-trainer'] });
	expect(addressOf(guide)).toBe('/stories/tea');
});

test('a story that is taken back is served no more; guides and other stories stay', async () => {
	const db = await trialDatabase();
	for (const source of [story('tea'), story('walk'), session('plan', 'any')]) await publishGuide(db, source, NOW);
	expect(await withdrawStories(db, ['walk', 'plan'])).toEqual(['tea']);
	expect((await currentGuides(db)).map(({ guide }) => guide.slug)).toEqual(['plan', 'walk']);
	expect(await withdrawStories(db, ['walk', 'plan'])).toEqual([]);
	// Whoever took it back may give it again.
	expect(await publishGuide(db, story('tea'), NOW)).toMatchObject({ kind: 'published' });
	expect(await currentGuide(db, 'tea')).toBeDefined();
});

test('a story is not shown among guides, nor a guide among stories', async () => {
	const db = await trialDatabase();
	for (const source of [story('tea'), session('plan', 'any')]) await publishGuide(db, source, NOW);
	const shown = async (slug: string, kind: 'guide' | 'story') => (await shownGuide(db, slug, kind))?.guide.slug;
	expect([await shown('tea', 'story'), await shown('plan', 'guide')]).toEqual(['tea', 'plan']);
	expect([await shown('tea', 'guide'), await shown('plan', 'story'), await shown('nothing', 'guide')]).toEqual([undefined, undefined, undefined]);
});

test('the pathway has the modules for peer workers by stage, the shortest first, with their sessions', async () => {
	const db = await trialDatabase();
	const add = async (slug: string, audience: string, stage: string, minutes: number) => {
		const { source, files } = trialModule(slug, undefined, { audience });
		const text = source.text.replace('stage: induction', `stage: ${stage}`).replace('minutes: 5', `minutes: ${minutes}`);
		expect(await publish(db, { source: { ...source, text }, files }, NOW)).toMatchObject({ kind: 'published' });
	};
	await add('long', 'peers', 'before-role', 40);
	await add('short', 'peers', 'before-role', 10);
	await add('first', 'peers', 'induction', 10);
	await add('later', 'experienced-peers', 'experienced', 10);
	await add('everybody', 'all-staff', 'ongoing', 10);
	await publishGuide(db, session('plan', 'long'), NOW);
	const found = (await pathway(db)).map(({ stage, steps }) => [stage, steps.map(({ slug, sessions }) => [slug, ...sessions.map((one) => one.slug)])]);
	expect(found).toEqual([
		['before-role', [['short'], ['long', 'plan']]],
		['first-3-months', [['first']]],
		['ongoing', []],
		['experienced', [['later']]]
	]);
});
