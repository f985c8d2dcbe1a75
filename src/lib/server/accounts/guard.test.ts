import { expect, test } from 'vitest';
import { requirePermission, requirePerson } from './guard.ts';
import type { SignedIn } from './signed-in.ts';

const person: SignedIn = { id: 'p1', name: 'Demo', username: 'demo', permissions: ['administrator', 'author', 'sensitive-lists'], managesTeams: ['t1'] };

test('somebody who is signed in is themselves', () => {
	expect(requirePerson({ person })).toBe(person);
});

test('a route that lets nobody in by mistake is a fault of ours', () => {
	expect(() => requirePerson({})).toThrow('This route is open, and asks for a person.');
	expect(() => requirePermission({}, 'learning')).toThrow('This route is open, and asks for a person.');
});

test('no permission stands for another', () => {
	expect(() => requirePermission({ person }, 'learning')).toThrow(expect.objectContaining({ status: 403, body: { message: 'You do not have permission to see this page' } }));
	expect(requirePermission({ person: { ...person, permissions: ['learning'] } }, 'learning').id).toBe('p1');
});
