import { expect, test } from 'vitest';
import { begin } from '#lib/progress/attempt.ts';
import { decode, keepOf } from '#lib/progress/encoding.ts';
import { outcome } from '#lib/progress/outcome.ts';
import { memory } from '#lib/tracker/memory.ts';
import type { Status } from '#lib/tracker/tracker.ts';
import { contract, type Host } from './contract.ts';
import { openModule } from './modules.ts';

/** A tab of the browser, which a page finds again when it is loaded again. */
const inTab: Host = async (module) => {
	const kept = new Map<string, string>();
	const state = () => [...kept.values()].join();
	return {
		launch: async () => memory(module, keepOf(module), { getItem: (name) => kept.get(name) ?? null, setItem: (name, state) => void kept.set(name, state) }),
		completions() {
			const decoded = decode(module, state());
			return decoded.kind === 'resumed' && outcome(module, decoded.attempt).complete ? 1 : 0;
		},
		stored: state,
		away() {},
		objections: () => []
	};
};

contract('A preview', inTab, { records: false });

test('without a tab to keep it nothing is kept, as in a copy to read', async () => {
	const told: Status[] = [];
	const tracker = memory(openModule, 'choices');
	expect(await tracker.open((status) => told.push(status))).toEqual({ news: [], unreadable: false, complete: false });
	tracker.save(begin(openModule), outcome(openModule, begin(openModule)));
	tracker.close();
	expect(await tracker.open((status) => told.push(status))).toEqual({ news: [], unreadable: false, complete: false });
	expect(told).toEqual(Array(2).fill({ kind: 'unrecorded', why: 'copy' }));
});

test('a tab that keeps something else is told, and the module begins afresh', async () => {
	const tracker = memory(openModule, 'choices', { getItem: () => 'something else', setItem() {} });
	expect(await tracker.open(() => {})).toEqual({ news: [], unreadable: true, complete: false });
});
