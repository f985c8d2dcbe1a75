import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { keeping, type Kept } from './keeping.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A server that answers as it is told, and what it was sent. */
function server(...answers: (number | 'gone')[]) {
	const sent: unknown[] = [];
	const told: Kept[] = [];
	const send = async (_: unknown, { body }: RequestInit = {}) => {
		sent.push(JSON.parse(body as string));
		const answer = answers[sent.length - 1] ?? 204;
		if (answer === 'gone') throw new TypeError('Failed to fetch');
		return new Response(null, { status: answer });
	};
	return { sent, told, ...keeping('/state', send as typeof fetch, (kept) => told.push(kept)) };
}
const state = (value: string) => ({ 'cmi.suspend_data': value });

test('what is kept is sent, and waited for', async () => {
	const { keep, settled, sent, told } = server();
	keep(state('a'));
	await settled();
	expect([sent, told]).toEqual([[state('a')], ['kept']]);
	await settled();
});

test('of much that comes at once the first is sent and the last, and not too soon', async () => {
	const { keep, settled, sent } = server();
	for (const value of 'abcdefgh') keep(state(value));
	await vi.advanceTimersByTimeAsync(200);
	expect(sent).toEqual([state('a')].slice(0, sent.length));
	await vi.advanceTimersByTimeAsync(100);
	await settled();
	expect(sent.at(-1)).toEqual(state('h'));
	expect(sent.length).toBeLessThanOrEqual(2);
});

test('it says what became of it', async () => {
	for (const [answer, kept] of [[204, 'kept'], [401, 'signed-out'], [413, 'refused'], [403, 'refused'], ['gone', 'unreachable']] as const) {
		const { keep, settled, told } = server(answer);
		keep(state('a'));
		await settled();
		expect(told).toEqual([kept]);
	}
});
