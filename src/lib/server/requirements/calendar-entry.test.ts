import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { calendarEntry } from './calendar-entry.ts';

const NOW = new Date('2026-11-23T09:00:00.000Z');
const entry = (service = 'Alongside', on = '2026-12-31') => calendarEntry({ on, service, origin: 'https://alongside.example', now: NOW });

test('is a whole day that names nothing but the service', () => {
	expect(entry().split('\r\n')).toEqual([
		'BEGIN:VCALENDAR',
		'VERSION:2.0',
		'PRODID:-//Alongside//Alongside//EN',
		'BEGIN:VEVENT',
		'UID:due-2026-12-31@alongside.example',
		'DTSTAMP:20261123T090000Z',
		'DTSTART;VALUE=DATE:20261231',
		'DTEND;VALUE=DATE:20270101',
		'SUMMARY:Training in Alongside',
		'DESCRIPTION:Sign in to see what this is for: https://alongside.example/',
		'URL:https://alongside.example/',
		'TRANSP:TRANSPARENT',
		'END:VEVENT',
		'END:VCALENDAR',
		''
	]);
});

describe('with a service called strangely', () => {
	test.each(['Learning; working, together \\ always', 'One line\nand: another', 'Ünïcode ☕ 🧡 '.repeat(20), 'a'.repeat(300), 'END:VEVENT\nBEGIN:VEVENT'])('%j', (service) => {
		const text = entry(service);
		expect(text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
		expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
		const events = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent');
		expect(events).toHaveLength(1);
		expect(events[0]!.getFirstPropertyValue('summary')).toBe(`Training in ${service}`);
	});
});
