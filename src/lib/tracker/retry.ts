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
	/** How often it has tried by itself since it last worked; being asked in between does not count. */
	let own = 0;
	let timer: ReturnType<typeof setTimeout> | undefined;
	let running = false;
	let askedMeanwhile = false;
	let stopped = false;

	function settle(done: boolean) {
		if (done) own = 0;
		else if (!stopped) timer = setTimeout(again, PATIENCE[Math.min(own, PATIENCE.length - 1)]! * 1000);
	}
	function again() {
		own += 1;
		run();
	}
	function run() {
		clearTimeout(timer);
		askedMeanwhile = running;
		if (running || stopped) return;
		const done = attempt();
		if (typeof done === 'boolean') return settle(done);
		running = true;
		void done.then((result) => {
			running = false;
			settle(result);
			if (result && askedMeanwhile) run();
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
