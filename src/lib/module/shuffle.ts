import { fnv } from './fnv.ts';

/**
 * The numbers from 0 to `count` - 1 in another order: the same for everybody and
 * each time, so that groups can talk about "option C", and never the right one.
 */
export function shuffle(count: number, seed: string): number[] {
	const order = Array.from({ length: count }, (_, index) => index);
	const rank = order.map((index) => fnv(`${seed}:${index}:${seed}`));
	order.sort((a, b) => rank[a]! - rank[b]! || a - b);
	const isSorted = order.every((item, index) => item === index);
	return isSorted ? [...order.slice(1), ...order.slice(0, 1)] : order;
}
