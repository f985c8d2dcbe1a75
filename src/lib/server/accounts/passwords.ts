import { hash, verify } from '@node-rs/argon2';

// argon2id with OWASP's first choice of parameters for one core
// (https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html).
const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** The longest password that is looked at, in characters. */
export const LONGEST_PASSWORD = 256;

/**
 * The hash of 32 random bytes that nobody has kept, with the parameters above.
 * Checking against it takes as long as against a real one.
 */
const NOBODYS_HASH = '$argon2id$v=19$m=19456,t=2,p=1$iv1SIBlOeitq9qB47IwvjA$qTbI22asecMeum/z2VLGtsVZtiIZIDrhF++2rXG6FyI';

/** The hash of `password` for the table of people. Throws when it is longer than `LONGEST_PASSWORD`. */
export async function hashPassword(password: string): Promise<string> {
	if (password.length > LONGEST_PASSWORD) throw new RangeError(`A password has at most ${LONGEST_PASSWORD} characters.`);
	return hash(normalise(password), PARAMETERS);
}

/**
 * Whether `password` belongs to `passwordHash`. Costs one verification in every
 * case, also where there is no hash or the password is too long, so that the
 * time tells nothing.
 */
export async function checkPassword(passwordHash: string | null | undefined, password: string): Promise<boolean> {
	if (!passwordHash || password.length > LONGEST_PASSWORD) {
		await verify(NOBODYS_HASH, '');
		return false;
	}
	return verify(passwordHash, normalise(password));
}

// The same letters typed on another keyboard may be other code points
// (NIST SP 800-63B, 5.1.1.2).
function normalise(password: string): string {
	return password.normalize('NFKC');
}
