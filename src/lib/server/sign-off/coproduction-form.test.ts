import { expect, test } from 'vitest';
import { readCoproduction } from './coproduction-form.ts';

function form(fields: Record<string, string | string[]>): FormData {
	const data = new FormData();
	for (const [name, values] of Object.entries(fields)) for (const value of [values].flat()) data.append(name, value);
	return data;
}

const WHOLE = { roles: ['peer-trainer', 'peer-support-worker'], otherRoles: ' nurse ', changes: 'Page 2.\r\nPage 3.', paid: 'some', paidNote: '', notAgreed: 'The title.' };

test('reads what was written, each role once and in one order', () => {
	expect(readCoproduction(form({ ...WHOLE, roles: [...WHOLE.roles, 'peer-trainer'] }))).toEqual({
		typed: { roles: ['peer-support-worker', 'peer-trainer'], otherRoles: 'nurse', changes: 'Page 2.\nPage 3.', paid: 'some', paidNote: '', notAgreed: 'The title.' },
		problems: []
	});
});

test('says everything that is missing at once', () => {
	expect(readCoproduction(form({})).problems.map(({ field }) => field)).toEqual(['roles', 'changes', 'paid', 'notAgreed']);
});

test('says what is too long, and keeps it', () => {
	const { typed, problems } = readCoproduction(form({ ...WHOLE, changes: 'a'.repeat(2001), otherRoles: 'b'.repeat(201) }));
	expect(problems.map(({ field }) => field)).toEqual(['otherRoles', 'changes']);
	expect(typed.changes).toHaveLength(2001);
});

test('takes no role and no answer that there is not', () => {
	const { typed, problems } = readCoproduction(form({ ...WHOLE, roles: ['__proto__', 'ward-sister'], otherRoles: '', paid: 'perhaps' }));
	expect([typed.roles, typed.paid]).toEqual([[], '']);
	expect(problems.map(({ field }) => field)).toEqual(['roles', 'paid']);
});

test('takes a file for nothing', () => {
	const data = form({ ...WHOLE, changes: [] });
	data.append('changes', new File(['x'], 'x.txt'));
	expect(readCoproduction(data).typed.changes).toBe('');
});
