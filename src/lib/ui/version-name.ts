/** What people call a version: the first letters and digits of its hash. */
export function versionName(hash: string): string {
	return hash.slice(0, 8);
}
