import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { retry } from './retry.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Fails as often as it is told to. */
function work(failures: number) {
	let tried = 0;
	return { attempt: () => ++tried > failures, tried: () => tried };
}

test('what works is done once', () => {
	const { attempt, tried } = work(0);
	retry(attempt).now();
	vi.advanceTimersByTime(600_000);
	expect(tried()).toBe(1);
});

test('what fails is tried again after 2 seconds, 5, 10, 20 and then every 30', () => {
	const { attempt, tried } = work(Infinity);
	retry(attempt).now();
	for (const [index, seconds] of [2, 5, 10, 20, 30, 30].entries()) {
		vi.advanceTimersByTime(seconds * 1000 - 1);
		expect(tried()).toBe(index + 1);
		vi.advanceTimersByTime(1);
		expect(tried()).toBe(index + 2);
	}
});

test('patience begins anew after a success', () => {
	let works = false;
	let tried = 0;
	const trying = retry(() => (tried++, works));
	trying.now();
	vi.advanceTimersByTime(7000);
	expect(tried).toBe(3);
	works = true;
	trying.now();
	works = false;
	trying.now();
	vi.advanceTimersByTime(2000);
	expect(tried).toBe(6);
});

test('being asked many times in between does not make it less patient', () => {
	const { attempt, tried } = work(Infinity);
	const trying = retry(attempt);
	for (let time = 0; time < 10; time += 1) trying.now();
	vi.advanceTimersByTime(2000);
	expect(tried()).toBe(11);
	vi.advanceTimersByTime(5000);
	expect(tried()).toBe(12);
});

test('nothing is tried after it was stopped', () => {
	const { attempt, tried } = work(Infinity);
	const trying = retry(attempt);
	trying.now();
	trying.stop();
	trying.now();
	vi.advanceTimersByTime(600_000);
	expect(tried()).toBe(1);
});

test('one attempt is under way at a time', async () => {
	const finish: ((done: boolean) => void)[] = [];
	const trying = retry(() => new Promise<boolean>((resolve) => finish.push(resolve)));
	trying.now();
	trying.now();
	expect(finish).toHaveLength(1);
	finish[0]!(true);
	await vi.advanceTimersByTimeAsync(0);
	trying.now();
	expect(finish).toHaveLength(2);
});

test('what was asked for while an attempt was ending is not forgotten', async () => {
	let tried = 0;
	const trying = retry(async () => {
		tried += 1;
		if (tried === 1) void Promise.resolve().then(() => trying.now());
		return true;
	});
	trying.now();
	await vi.advanceTimersByTimeAsync(0);
	expect(tried).toBe(2);
});
