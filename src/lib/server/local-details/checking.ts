import type { PlainDate } from '../database/schema.ts';
import type { Content } from './content.ts';

/**
 * How long an entry counts as right after somebody has looked at it. People,
 * numbers and policies change; trusts look at their policies and contact lists
 * once a year, and an old number is worse than none for somebody who needs help.
 */
export const CHECK_MONTHS = 12;

/** The last day on which an entry that was checked on `date` counts as right. */
export function checkBy(date: PlainDate): PlainDate {
	const [year, month, day] = date.split('-').map(Number);
	const last = new Date(Date.UTC(year!, month! - 1 + CHECK_MONTHS + 1, 0)).getUTCDate();
	return new Date(Date.UTC(year!, month! - 1 + CHECK_MONTHS, Math.min(day!, last))).toISOString().slice(0, 10);
}

/** How an entry stands, in the order in which it needs somebody. */
export const STATES = ['missing', 'stale', 'checked', 'unnamed'] as const;
export type State = (typeof STATES)[number];

/** How an entry stands on the day `today`; `named` is whether anything that is served shows it. */
export function stateOf({ text, checkedOn }: Content, named: boolean, today: PlainDate): State {
	if (!named) return 'unnamed';
	if (text === '') return 'missing';
	return checkedOn === null || checkBy(checkedOn) < today ? 'stale' : 'checked';
}
