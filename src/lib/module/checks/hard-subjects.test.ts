import { describe, expect, test } from 'vitest';
import { placesOf } from './trial.ts';

const NOTE = ':::content-note\nabout: a\ndetail: b\n\nShort.\n:::\n\n';
const SCENARIO = ':::scenario\ntitle: T\n\nA person tells you about an assault.\n\n- [most helpful] Listen.\n  > It may help them to talk.\n- [ ] Leave.\n  > They may feel alone with it.\n:::\n\n';
const places = (body: string) => placesOf('note-missing', body);

describe('a page needs a note', () => {
	test.each([
		['where its heading names a hard subject', '# Talking about suicide\n\nYou can ask.\n', 'suicide'],
		['where a heading on it does', '# Page\n\n## After a death\n\nTake time.\n', 'death'],
		['where 2 passages do', '# Page\n\nSomebody was restrained.\n\nIt was violent.\n', 'restrained'],
		['where a scenario tells of it', `# Page\n\n${SCENARIO}`, 'assault']
	])('%s', (_, body, word) => {
		expect(places(body)).toEqual([word]);
	});

	test('once', () => {
		expect(places('# Abuse\n\nAbuse.\n\nViolence.\n')).toEqual(['Abuse']);
	});
});

describe('a page needs none', () => {
	test.each([
		['for one mention in passing', '# Page\n\nRestraint is not part of the role. Nor is abuse.\n'],
		['for what to ring', '# Page\n\nIf you think about suicide, call 111.\n\nSamaritans listen to people who self-harm.\n'],
		['for lists of the role, and for what the trust fills in', '# Page\n\n:::do-not\n- restrain people\n- search for violence\n:::\n\n:::local-detail\nname: a\n\nSay what to do about abuse.\n:::\n'],
		['for trauma-informed work', '# Trauma-informed work\n\nTrauma-informed is a way of working with trauma.\n\nDead ends and deadlines.\n'],
		['where it has one', `# Suicide\n\n${NOTE}Suicide.\n\nDeath.\n`]
	])('%s', (_, body) => {
		expect(places(body)).toEqual([]);
	});
});

test('a note directly above a block covers that block', () => {
	expect(places(`# Page\n\nText.\n\n${NOTE}${SCENARIO}`)).toEqual([]);
	expect(places(`# Page\n\nText.\n\n${NOTE}${SCENARIO}${SCENARIO}`)).toEqual(['assault']);
});
