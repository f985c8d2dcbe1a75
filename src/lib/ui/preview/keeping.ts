import type { Saved } from '#lib/lms/saved.ts';

/** What became of keeping on the server. */
export type Kept = 'kept' | 'signed-out' | 'refused' | 'unreachable';

/** Keeps what the learning system keeps, on the server. */
export interface Keeping {
	keep(saved: Saved): void;
	/** Waits until everything has been sent. */
	settled(): Promise<void>;
}

/** A package may save as often as it likes; the server is asked no more often than this. */
const RESTING = 250;

/** Sends the newest state to `address`, one at a time, and tells what became of each. */
export function keeping(address: string, send: typeof fetch, tell: (kept: Kept) => void): Keeping {
	let waiting: Saved | undefined;
	let sending: Promise<void> | undefined;

	async function post(saved: Saved): Promise<Kept> {
		const response = await send(address, { method: 'POST', body: JSON.stringify(saved), headers: { accept: 'application/json', 'content-type': 'application/json' } }).catch(() => undefined);
		if (!response) return 'unreachable';
		if (response.ok) return 'kept';
		return response.status === 401 ? 'signed-out' : 'refused';
	}
	async function sendAll() {
		for (;;) {
			const saved = waiting!;
			waiting = undefined;
			tell(await post(saved));
			if (!waiting) return;
			await new Promise((done) => setTimeout(done, RESTING));
		}
	}
	return {
		keep(saved) {
			waiting = saved;
			sending ??= sendAll().finally(() => (sending = undefined));
		},
		settled: () => sending ?? Promise.resolve()
	};
}
