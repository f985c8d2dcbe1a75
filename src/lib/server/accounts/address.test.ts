import { expect, test } from 'vitest';
import { neighbourhoodOf } from './address.ts';

test('counts each IPv4 address by itself', () => {
	expect(neighbourhoodOf('192.0.2.1')).toBe('192.0.2.1');
});

test.each(['::ffff:192.0.2.1', '::FFFF:192.0.2.1', '::ffff:c000:201', '0:0:0:0:0:ffff:192.0.2.1', '0000:0000:0000:0000:0000:ffff:c000:0201'])(
	'reads %s as the IPv4 address that it is',
	(address) => expect(neighbourhoodOf(address)).toBe('192.0.2.1')
);

test.each(['2001:db8:1:2::1', '2001:DB8:1:2:ffff:ffff:ffff:ffff', '2001:0db8:0001:0002:0:0:0:7', '2001:db8:1:2::192.0.2.1'])(
	'counts %s with its /64',
	(address) => expect(neighbourhoodOf(address)).toBe('2001:db8:1:2::/64')
);

test('keeps two /64s apart', () => {
	expect(neighbourhoodOf('2001:db8:1:3::1')).toBe('2001:db8:1:3::/64');
	expect(neighbourhoodOf('2001:db8::1:2:0:0:1')).toBe('2001:db8:0:1::/64');
	expect(neighbourhoodOf('::1')).toBe('0:0:0:0::/64');
});

test('leaves out the name of the network card', () => {
	expect(neighbourhoodOf('fe80::1%eth0')).toBe('fe80:0:0:0::/64');
});

test.each(['', 'unknown', '192.0.2', '::ffff:999.0.2.1'])('leaves %j as it is', (address) => {
	expect(neighbourhoodOf(address)).toBe(address);
});
