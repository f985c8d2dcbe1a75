/** Tries something again and again, more and more patiently, until it works. */
export interface Retry {
	/** Tries now, and later if that fails. */
	now(): void;
	stop(): void;
}

/** Seconds to wait after the first failure, the second, and so on. */
const PATIENCE = [2, 5, 10, 20, 30];

/**
 * @param attempt does the work and says whether it is done; where it answers at
 * once, `now` has tried before it returns
 */
export function retry(attempt: () => boolean | Promise<boolean>): Retry {
	let failures = 0;
	let timer: ReturnType<typeof setTimeout> | undefined;
	let running = false;
	let stopped = false;

	function settle(done: boolean) {
		failures = done ? 0 : failures + 1;
		const seconds = PATIENCE[Math.min(failures, PATIENCE.length) - 1];
		if (seconds !== undefined && !stopped) timer = setTimeout(run, seconds * 1000);
	}
	function run() {
		clearTimeout(timer);
		if (running || stopped) return;
		const done = attempt();
		if (typeof done === 'boolean') return settle(done);
		running = true;
		void done.then((result) => {
			running = false;
			settle(result);
		});
	}
	return {
		now: run,
		stop() {
			stopped = true;
			clearTimeout(timer);
		}
	};
}
