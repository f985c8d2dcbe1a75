import type { Report } from '../diagnostic.ts';
import type { Measure } from '../measure.ts';

/** Reading takes people a quarter longer than they were told: somebody with a break of 20 minutes does not finish. */
const TOO_LITTLE = 1.25;

/**
 * Reports a module that takes longer than it says. That it says more is no
 * mistake: while it is written it is always too short, and time to think is
 * part of it.
 */
export function checkMinutes({ minutes }: Measure, said: number, line: number, report: Report): void {
	if (minutes > said * TOO_LITTLE) report('minutes-untrue', line, said, Math.round(minutes));
}
