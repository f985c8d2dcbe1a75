import { describe, expect, test } from 'vitest';
import { findNames } from './person-names.ts';

describe('what may name a person', () => {
	test.each<[string, string[]]>([
		['I was taught this by Anna Smith on the ward.', ['Anna Smith']],
		['Anna Smith was rude about it.', ['Anna Smith']],
		['The Anna Smith page.', ['Anna Smith']],
		["I spoke with Siobhán O'Neill-Jones about it.", ["Siobhán O'Neill-Jones"]],
		['Łukasz Żak did not like it', ['Łukasz Żak']],
		['Mary Jane Smith’s example', ['Mary Jane Smith']],
		['It reminds me of Dr Patel.', ['Dr Patel']],
		['It reminds me of Dr. Patel.', ['Dr. Patel']],
		['It reminds me of Dr Anna Patel.', ['Dr Anna Patel']],
		['My manager Tom says otherwise', ['Tom']],
		['a peer worker called Priya', ['Priya']],
		['a colleague, Priya, said so', ['Priya']],
		['On Monday Anna Smith said so', ['Anna Smith']],
		['Write to me at anna.smith@example.nhs.uk please', ['anna.smith@example.nhs.uk']],
		['Ring 07700 900123 or +44 (0)1632 960 123.', ['07700 900123', '+44 (0)1632 960 123']],
		['Ask @anna_s on Teams', ['@anna_s']],
		['Anna Smith and Anna Smith', ['Anna Smith']],
		['First Anna Smith, then Dr Patel, then me@example.org', ['Anna Smith', 'Dr Patel', 'me@example.org']]
	])('%j', (text, names) => {
		expect(findNames(text)).toEqual(names);
	});
});

describe('what names nobody', () => {
	test.each([
		'',
		'Page 3 was hard to read. The words are long.',
		'I think I would take the second scenario out.',
		'We do this on Monday and Tuesday, or in Northern Ireland in March.',
		'The nurse on Rowan Ward knew it, and so did the ward manager.',
		'The manager of Demo Ward said no.',
		'NHS CMHT staff and OTs in East London',
		'See the Mental Health Act and the Equality Act.',
		'Is it in Learning Hub or in Microsoft Teams?',
		'Peer Support Workers are left out.',
		'Call 999 or 111. In 2026 it was 2026-11-26, page 12 of 120.',
		'In Scenario B the Peer Lead is missing',
		'It costs £1,000,000,000 @ work',
		'My manager Monday to Friday',
		'Because Scenario 2 is long. Thank You.'
	])('%j', (text) => {
		expect(findNames(text)).toEqual([]);
	});
});

test('is quick on long words without end', () => {
	const started = performance.now();
	for (const letter of ['a', 'A', '0', 'Aa ', '@', "A'"]) findNames(letter.repeat(4000));
	expect(performance.now() - started).toBeLessThan(2000);
});
