import { expect, test } from 'vitest';
import { guessable } from './guessable.ts';

test.each([
	['receptionist2026', 'username'],
	['My-RECEPTIONIST-1', 'username'],
	['r3c3pti0nist!!!', 'username'],
	['password2026', 'common'],
	['Pa$$w0rd-of-mine', 'common'],
	['ＰＡＳＳＷＯＲＤ１２３４', 'common'],
	['hello123456hello', 'common'],
	['qwertyuiop12', 'row'],
	['my poiuytr word', 'row'],
	['ASDFGHJKL;;;', 'row'],
	['zxcvbnm zxcvbnm', 'row'],
	['abcdefghijkl', 'row'],
	['0987654321!!', 'row'],
	['aaaaaaaaaaaa', 'repeats'],
	['abababababab', 'repeats'],
	['            ', 'repeats'],
	['😀😀😀😀😀😀😀😀😀😀😀😀', 'repeats']
])('%j is one of the first that somebody would try: %s', (password, why) => {
	expect(guessable(password, 'receptionist')).toBe(why);
});

test.each(['three words together', 'demonstration', 'kettle-orbit-moss', 'correct horse battery staple', 'gorffennaf a glaw', '緑の自転車と古い時計台'])('%j is not', (password) => {
	expect(guessable(password, 'receptionist')).toBeUndefined();
});

test('a short username stands in other words by chance, and does not count', () => {
	expect(guessable('morning bringing kettles', 'ng')).toBeUndefined();
});
