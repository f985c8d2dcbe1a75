const WINDOW = 60 * 60_000;
const MOST = 10;

/**
 * When people have sent something without their name lately. In memory and never
 * in a row, unlike other limits: a row would say who sent something, and when.
 * Several processes let several times as many through, which still ends a flood.
 */
const sent = new Map<string, number[]>();

/**
 * Counts that a person sends something without their name, of one of the two
 * kinds, unless they have sent a great deal in the last hour.
 *
 * @returns the whole minutes to wait, from 1, or 0 where it may go ahead
 */
export function countSending(kind: 'comment' | 'report', personId: string, now: Date): number {
	const time = now.getTime();
	for (const [key, times] of sent) if (times.at(-1)! <= time - WINDOW) sent.delete(key);
	const key = `${kind} ${personId}`;
	const recent = (sent.get(key) ?? []).filter((at) => at > time - WINDOW);
	if (recent.length >= MOST) return Math.max(1, Math.ceil((recent[0]! + WINDOW - time) / 60_000));
	sent.set(key, [...recent, time]);
	return 0;
}
