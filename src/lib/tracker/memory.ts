import type { Module } from '#lib/module/module.ts';
import type { Attempt } from '#lib/progress/attempt.ts';
import { decode, encode, type Keep } from '#lib/progress/encoding.ts';
import { outcome } from '#lib/progress/outcome.ts';
import type { Opening, Tracker } from './tracker.ts';

/**
 * Records nowhere: for an author's preview, and for pages that stand on their own.
 *
 * @param tab where a preview keeps its place between openings: the browser's `sessionStorage`
 */
export function memory(module: Module, keep: Keep, tab?: Pick<Storage, 'getItem' | 'setItem'>): Tracker {
	const save = (attempt: Attempt) => tab?.setItem(module.slug, encode(module, attempt, keep));
	return {
		async open(tell): Promise<Opening> {
			tell({ kind: 'unrecorded', why: tab ? 'preview' : 'copy' });
			const decoded = decode(module, tab?.getItem(module.slug) ?? '');
			return {
				...(decoded.kind === 'resumed' ? { attempt: decoded.attempt } : {}),
				news: decoded.kind === 'resumed' ? decoded.news : [],
				unreadable: decoded.kind === 'unreadable',
				complete: decoded.kind === 'resumed' && outcome(module, decoded.attempt).complete
			};
		},
		save,
		// The state holds the answers, and whether the module is complete follows from it.
		answered() {},
		finish: save,
		close() {}
	};
}
