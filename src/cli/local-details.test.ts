import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { trialFolder } from '#lib/server/database/trial.ts';
import { CannotRun } from './cannot-run.ts';
import { readLocalDetails } from './local-details.ts';

function file(text: string | Uint8Array): string {
	const path = join(trialFolder(), 'local-details.yaml');
	writeFileSync(path, text);
	return path;
}

test('both ways to write an entry give its text as HTML, and an empty one none', async () => {
	const path = file('paid-time: Yes, *all*.\nstaff-support:\n  text: Ring us.\n  kept-by: Demo lead\n  checked-on: 2026-01-01\nbuddies: ""\npeer-lead: { kept-by: Demo lead }\n');
	expect(await readLocalDetails(path)).toEqual({ 'paid-time': '<p>Yes, <em>all</em>.</p>', 'staff-support': '<p>Ring us.</p>' });
});

test.each<[string | Uint8Array, RegExp]>([
	['paid-time: 5', /cannot be read\. Line 1: "paid-time": it must be text/],
	['paid-time: |\n  Yes.\n\n  <b>', /cannot be read\. Line 1: "paid-time": in its text: Line 3: "<b>" is HTML/],
	[new Uint8Array([0xff, 0xfe]), /cannot be read\. Line 1: This is not a text file/]
])('%j is refused in a sentence', async (text, words) => {
	const refused = readLocalDetails(file(text));
	await expect(refused).rejects.toThrow(CannotRun);
	await expect(refused).rejects.toThrow(words);
});

test('a file that is not there is named', async () => {
	await expect(readLocalDetails('nowhere.yaml')).rejects.toThrow(/^nowhere\.yaml cannot be read: /);
});
