import type { Module } from '#lib/module/module.ts';
import { decode, encode, type Keep } from '#lib/progress/encoding.ts';
import { outcome } from '#lib/progress/outcome.ts';
import type { Opening, Tracker } from './tracker.ts';

/**
 * Records nowhere: for an author's preview, and for pages that stand on their own.
 *
 * @param tab where a preview keeps its place between openings: the browser's `sessionStorage`
 */
export function memory(module: Module, keep: Keep, tab?: Pick<Storage, 'getItem' | 'setItem'>): Tracker {
	return {
		async open(tell): Promise<Opening> {
			tell({ kind: 'unrecorded', why: tab ? 'preview' : 'no-system' });
			const decoded = decode(module, tab?.getItem(module.slug) ?? '');
			return {
				...(decoded.kind === 'resumed' ? { attempt: decoded.attempt } : {}),
				unreadable: decoded.kind === 'unreadable',
				complete: decoded.kind === 'resumed' && outcome(module, decoded.attempt).complete
			};
		},
		save(attempt) {
			tab?.setItem(module.slug, encode(module, attempt, keep));
		},
		// The state holds the answers, and whether the module is complete follows from it.
		answered() {},
		finish() {},
		close() {}
	};
}
