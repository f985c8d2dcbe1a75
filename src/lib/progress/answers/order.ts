import type { Order } from '#lib/module/blocks/order.ts';
import type { Answering } from './answer.ts';

/** The letters of all items, in the order that somebody gave them. */
export const orderAnswers: Answering<Order> = {
	read(order, chosen) {
		if (chosen.length === 0) return { refused: 'nothing-chosen' };
		const answer = chosen.join('');
		return isWhole(order, answer) ? { answer } : { refused: 'no-such-option' };
	},
	recall: (order, answer) => (isWhole(order, answer) ? answer : ''),
	longest: ({ right }) => right
};

/** `order` with the item `letter` moved by so many places, as far as there are any. */
export function move(order: string, letter: string, by: number): string {
	const from = order.indexOf(letter);
	const rest = order.replace(letter, '');
	const to = Math.min(Math.max(from + by, 0), rest.length);
	return from === -1 ? order : rest.slice(0, to) + letter + rest.slice(to);
}

/** Whether `answer` has every item, once. */
function isWhole({ items }: Order, answer: string): boolean {
	return answer.length === items.length && items.every(({ letter }) => answer.includes(letter));
}
