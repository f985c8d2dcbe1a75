import { expect, test } from 'vitest';
import { PEER_ROLES, roleInWords, rolesInWords } from './peer-roles.ts';

test('roles read as a sentence, each once and in one order', () => {
	expect(rolesInWords(['peer-trainer', 'expert-by-experience', 'peer-support-worker', 'peer-trainer'])).toBe('a peer support worker, a peer trainer and an expert by experience');
	expect(rolesInWords(['peer-lead', 'peer-trainer'])).toBe(rolesInWords(['peer-trainer', 'peer-lead']));
	expect(rolesInWords(['peer-lead'])).toBe('a peer lead');
});

test('a role that is no longer on the list still has a name', () => {
	expect(roleInWords('youth-advisor')).toBe('a youth advisor');
});

test('no role has a person\'s name', () => {
	for (const [slug, name] of Object.entries(PEER_ROLES)) expect(name).toBe(slug.replaceAll('-', ' '));
});
