import { describe, expect, test } from 'vitest';
import { readSettings } from './settings.ts';

const ORIGIN = 'https://training.example.nhs.uk';

function problems(env: Record<string, string | undefined>): string[] {
	const read = readSettings({ ORIGIN, ...env });
	return read.ok ? [] : read.problems;
}

describe('readSettings', () => {
	test('needs only the origin', () => {
		expect(readSettings({ ORIGIN })).toEqual({
			ok: true,
			settings: {
				origin: ORIGIN,
				port: 3000,
				host: '127.0.0.1',
				database: 'data/alongside.db',
				modules: 'modules',
				serviceName: 'Alongside',
				organisation: undefined,
				demonstration: false,
				leaveQuickly: undefined,
				logLevel: 'info'
			}
		});
	});

	test('reads every setting', () => {
		const read = readSettings({
			ORIGIN: 'http://localhost:3001',
			PORT: '3001',
			HOST: '::1',
			DATABASE: '/srv/a.db',
			MODULES: '/srv/modules',
			SERVICE_NAME: 'Peer training',
			ORGANISATION: 'Example Trust',
			DEMONSTRATION: 'true',
			LEAVE_QUICKLY: 'https://example.org/weather',
			LOG_LEVEL: 'warn'
		});
		expect(read).toEqual({
			ok: true,
			settings: {
				origin: 'http://localhost:3001',
				port: 3001,
				host: '::1',
				database: '/srv/a.db',
				modules: '/srv/modules',
				serviceName: 'Peer training',
				organisation: 'Example Trust',
				demonstration: true,
				leaveQuickly: 'https://example.org/weather',
				logLevel: 'warn'
			}
		});
	});

	test('leads to the weather where leaving quickly is switched on without an address, and to https alone', () => {
		expect(readSettings({ ORIGIN, LEAVE_QUICKLY: 'true' })).toMatchObject({ settings: { leaveQuickly: 'https://www.bbc.co.uk/weather' } });
		expect(readSettings({ ORIGIN, LEAVE_QUICKLY: 'false' })).toMatchObject({ settings: { leaveQuickly: undefined } });
		for (const address of ['http://example.org', 'javascript:alert(1)', 'yes', '//example.org']) {
			expect(problems({ LEAVE_QUICKLY: address })).toEqual([`LEAVE_QUICKLY is "${address}". Set it to true, to false, or to the address to go to, which starts with https://.`]);
		}
	});

	test('takes a variable that is set to nothing as not set', () => {
		expect(problems({ PORT: '', LOG_LEVEL: ' ', ORGANISATION: '' })).toEqual([]);
	});

	test('names every problem at once', () => {
		expect(problems({ ORIGIN: '', PORT: 'abc', LOG_LEVEL: 'loud', DEMONSTRATION: 'true', HOST: '0.0.0.0' })).toEqual([
			'ORIGIN is not set. Set it to the address where people find the site, for example ORIGIN=https://training.example.nhs.uk.',
			'PORT is "abc". Set it to a whole number from 1 to 65535, for example PORT=3000.',
			'LOG_LEVEL is "loud". Set it to one of fatal, error, warn, info, debug, trace, silent.',
			'DEMONSTRATION is "true" and HOST is "0.0.0.0". Everybody on the network could sign in with the demonstration\'s passwords: set HOST to 127.0.0.1, or DEMONSTRATION to false.'
		]);
	});

	test.each(['training.example.nhs.uk', 'https://training.example.nhs.uk/', 'https://x.nhs.uk/path', 'ftp://x.nhs.uk', 'null', '*'])(
		'refuses %s as an origin, once',
		(origin) =>
			expect(problems({ ORIGIN: origin })).toEqual([
				`ORIGIN is "${origin}". Set it to https://, the site's name and nothing after it, for example ORIGIN=https://training.example.nhs.uk.`
			])
	);

	test.each(['http://training.example.nhs.uk', 'http://127.0.0.1.example.org', 'http://10.0.0.1:3000'])('refuses %s, which is not encrypted', (origin) => {
		expect(problems({ ORIGIN: origin })).toEqual([
			`ORIGIN is "${origin}", which would send passwords unencrypted. Set it to an address that starts with https://.`
		]);
	});

	test.each(['http://localhost:3000', 'http://127.0.0.1:3000', 'http://[::1]:3000', 'https://training.example.nhs.uk:8443'])('takes %s', (origin) => {
		expect(problems({ ORIGIN: origin })).toEqual([]);
	});

	test.each(['0', '65536', '-1', '3000.5', '3e3', ' 3000', '0x10'])('refuses %j as a port', (port) => {
		expect(problems({ PORT: port })).toHaveLength(1);
	});

	test('takes a demonstration on this machine only', () => {
		expect(problems({ DEMONSTRATION: 'true' })).toEqual([]);
		expect(problems({ DEMONSTRATION: 'true', HOST: 'localhost' })).toEqual([]);
		expect(problems({ DEMONSTRATION: 'true', HOST: '192.0.2.1' })).toHaveLength(1);
		expect(problems({ DEMONSTRATION: 'yes' })).toEqual(['DEMONSTRATION is "yes". Set it to true or false, or leave it out.']);
	});

	test('guesses the origin for the development server only', () => {
		expect(readSettings({ NODE_ENV: 'development' })).toMatchObject({ ok: true, settings: { origin: 'http://localhost:5173' } });
		expect(readSettings({ NODE_ENV: 'production' })).toMatchObject({ ok: false });
		expect(readSettings({})).toMatchObject({ ok: false });
	});
});
