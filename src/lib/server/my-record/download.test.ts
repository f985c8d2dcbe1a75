import { describe, expect, test } from 'vitest';
import { asCsv, asJson } from './download.ts';
import type { MyRecord } from './my-record.ts';

const GROUP = { id: 'one', section: 'you' as const, title: 'One', purpose: 'To test.', seenBy: 'You.', kept: 'A day.' };
const record = (text: string): MyRecord => ({
	takenAt: new Date('2026-11-23T09:00:00.000Z'),
	groups: [
		{ ...GROUP, entries: [[{ label: 'Name', text }, { label: 'When', at: '2026-11-23T08:00:00.000Z' }], [{ label: 'Day', on: '2026-11-24' }, { label: 'Team', none: 'None' }]] },
		{ ...GROUP, id: 'two', title: 'Two', entries: [] }
	]
});

test('JSON has every fact under its label, and what the entries are for', () => {
	expect(JSON.parse(asJson(record('Ng')))).toEqual({
		takenAt: '2026-11-23T09:00:00.000Z',
		record: [
			{
				id: 'one',
				title: 'One',
				purpose: 'To test.',
				seenBy: 'You.',
				kept: 'A day.',
				entries: [[{ label: 'Name', value: 'Ng' }, { label: 'When', value: '2026-11-23T08:00:00.000Z' }], [{ label: 'Day', value: '2026-11-24' }, { label: 'Team', value: null }]]
			},
			{ id: 'two', title: 'Two', purpose: 'To test.', seenBy: 'You.', kept: 'A day.', entries: [] }
		]
	});
});

describe('CSV', () => {
	test('has a row for each fact, and one for what is empty', () => {
		expect(asCsv(record('李')).split('\r\n')).toEqual([
			'\uFEFFWhat,Entry,Label,Value,What it is for,Who can see it,How long it is kept',
			'One,1,Name,李,To test.,You.,A day.',
			'One,1,When,2026-11-23T08:00:00.000Z,To test.,You.,A day.',
			'One,2,Day,2026-11-24,To test.,You.,A day.',
			'One,2,Team,None,To test.,You.,A day.',
			'Two,,,Nothing,To test.,You.,A day.',
			''
		]);
	});

	test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '＝1'])('takes %j for words and for no formula', (text) => {
		const cell = asCsv(record(text)).split('Name,')[1]!;
		expect(cell.replace(/^"/, '')).toMatch(/^'/);
	});

	test('keeps quotes, commas and lines in their cell', () => {
		expect(asCsv(record('a "b", c\nd'))).toContain('"a ""b"", c\nd"');
	});
});
