import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { gather } from './diagnostic.ts';
import { ids, isId, slugify } from './ids.ts';

// Hundreds of runs take a while on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

test.each([
	['Who is who?', 'who-is-who'],
	['What peers do, and don\'t', 'what-peers-do-and-dont'],
	['What peers do, and don’t', 'what-peers-do-and-dont'],
	['Über café — naïve', 'uber-cafe-naive'],
	['2 roles', 'roles'],
	['999', 'page'],
	['صفحة', 'page'],
	['', 'page'],
	['x'.repeat(80), 'x'.repeat(60)],
	[`${'x'.repeat(59)} y`, 'x'.repeat(59)]
])('the heading %j becomes the id %s', (heading, id) => {
	expect(slugify(heading)).toBe(id);
});

test('any heading becomes an id that an author could have written', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'binary' }), (heading) => {
			expect(isId(slugify(heading)) || slugify(heading) === 'constructor').toBe(true);
		})
	);
});

test.each(['', 'A', '1a', 'a_b', 'a b', '-a', 'a.b', 'é', 'x'.repeat(61), 'constructor', '__proto__', 'toString'])('%j is no id', (id) => {
	expect(isId(id)).toBe(false);
});

describe('an id', () => {
	test('is given once, and every other use of it is reported with the line of the first', () => {
		const { report, diagnostics } = gather('module.md');
		const taken = ids(report);
		taken.claim('tea', 3);
		taken.derive('tea', 5);
		taken.claim('tea', 7);
		expect(diagnostics.map(({ line, problem }) => [line, problem])).toEqual([
			[5, 'The id `tea` is already used on line 3.'],
			[7, 'The id `tea` is already used on line 3.']
		]);
	});

	test('that is made from another may be longer than one that is written', () => {
		const { report, diagnostics } = gather('module.md');
		ids(report).derive(`${'x'.repeat(60)}-q1`, 1);
		ids(report).claim(`${'x'.repeat(60)}-q1`, 2);
		expect(diagnostics.map(({ code, line }) => [code, line])).toEqual([['id-invalid', 2]]);
	});
});
