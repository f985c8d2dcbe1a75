/** Why a password is one of the first that somebody would try. */
export type Guessable = 'username' | 'common' | 'row' | 'repeats';

/** What is in most of the passwords that are used most: the word, and the row of numbers. */
const COMMON = ['password', '123456'];
/** Rows of the keyboard, and the alphabet. */
const ROWS = ['1234567890', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm', 'abcdefghijklmnopqrstuvwxyz'];
/** So many keys beside each other are no accident. */
const LONGEST_RUN = 5;
/** A username that is shorter stands in other words by chance. */
const SHORTEST_USERNAME = 4;
const FEWEST_CHARACTERS = 5;
/** What people type for letters. */
const DISGUISED: Record<string, string> = { '@': 'a', '4': 'a', '3': 'e', '1': 'i', '0': 'o', '$': 's', '5': 's' };

/**
 * What makes a password easy to guess, or undefined. A list of passwords that are
 * used most would hold few that are as long as ours have to be; what those have
 * in common is looked for instead (NIST SP 800-63B, 5.1.1.2: repeated and
 * sequential characters, words of the context such as the username).
 */
export function guessable(password: string, username: string): Guessable | undefined {
	const typed = password.normalize('NFKC').toLowerCase();
	const plain = [...typed].map((character) => DISGUISED[character] ?? character).join('');
	const name = username.normalize('NFKC').toLowerCase();
	if ([...name].length >= SHORTEST_USERNAME && [typed, plain].some((text) => text.includes(name))) return 'username';
	if (COMMON.some((word) => typed.includes(word) || plain.includes(word))) return 'common';
	if (ROWS.some((row) => [row, [...row].reverse().join('')].some((keys) => hasRun(typed, keys)))) return 'row';
	if (new Set(typed).size < FEWEST_CHARACTERS) return 'repeats';
	return undefined;
}

/** Whether more keys stand beside each other in it than by accident. */
function hasRun(text: string, keys: string): boolean {
	const length = LONGEST_RUN + 1;
	return Array.from({ length: keys.length - LONGEST_RUN }, (_, start) => keys.slice(start, start + length)).some((run) => text.includes(run));
}
