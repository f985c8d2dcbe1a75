import type { Module } from '#lib/module/module.ts';
import { decode, encode, type Keep } from '#lib/progress/encoding.ts';
import { outcome } from '#lib/progress/outcome.ts';
import type { Opening, Tracker } from './tracker.ts';

/** Where the state may be kept between openings, such as an author's tab of the browser. */
export interface Shelf {
	read(): string;
	write(state: string): void;
}

/** Records nowhere: for an author's preview, which keeps its place on a shelf, and for pages that stand on their own. */
export function memory(module: Module, keep: Keep, shelf?: Shelf): Tracker {
	return {
		async open(tell): Promise<Opening> {
			tell({ kind: 'unrecorded', why: shelf ? 'preview' : 'no-system' });
			const decoded = decode(module, shelf?.read() ?? '');
			if (decoded.kind !== 'resumed') return { unreadable: decoded.kind === 'unreadable', complete: false };
			const { attempt } = decoded;
			return { attempt, unreadable: false, complete: outcome(module, attempt).complete };
		},
		save(attempt) {
			shelf?.write(encode(module, attempt, keep));
		},
		// The state holds the answers, and whether the module is complete follows from it.
		answered() {},
		finish() {},
		close() {}
	};
}
