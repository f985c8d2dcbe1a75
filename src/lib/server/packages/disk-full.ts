/** What is said where nothing more can be written. */
export const NO_ROOM =
	"There is no room left on the server's disk, so this was not made. Every package that was there is still there, as it was. Ask whoever runs this site to make room on the disk, then make it again.";

/** Whether something failed because there is no room left on the disk, or in what the database may use of it. */
export function isDiskFull(error: unknown): boolean {
	const code = (error as { code?: unknown } | null)?.code;
	return code === 'SQLITE_FULL' || code === 'ENOSPC';
}

/** Does something that writes; or says that there is no room, and what to do. */
export async function orNoRoom<T>(write: () => Promise<T>): Promise<{ kind: 'written'; value: T } | { kind: 'no-room'; words: string }> {
	try {
		return { kind: 'written', value: await write() };
	} catch (error) {
		if (!isDiskFull(error)) throw error;
		return { kind: 'no-room', words: NO_ROOM };
	}
}
