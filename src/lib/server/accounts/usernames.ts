/**
 * The one spelling of a username, however it is typed: without spaces around it,
 * in small letters, and with full-width or composed letters as plain ones (NFKC).
 * Usernames are stored and looked up like this.
 */
export function usernameAs(typed: string): string {
	return typed.normalize('NFKC').trim().toLowerCase();
}
