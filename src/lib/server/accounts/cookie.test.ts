import { expect, test } from 'vitest';
import { sessionCookie } from './cookie.ts';

test('ties the cookie to the host and to encryption where the site is https', () => {
	expect(sessionCookie('https://training.example.nhs.uk')).toEqual({
		name: '__Host-session',
		attributes: { httpOnly: true, sameSite: 'lax', path: '/', secure: true }
	});
});

test('uses a name that browsers accept on an unencrypted page of the same machine', () => {
	expect(sessionCookie('http://localhost:3000')).toEqual({
		name: 'session',
		attributes: { httpOnly: true, sameSite: 'lax', path: '/', secure: false }
	});
});
