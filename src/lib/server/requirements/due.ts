import { addDays, addMonths, daysBetween, latest } from '#lib/module/dates.ts';
import type { PlainDate } from '../database/schema.ts';

/** "This audience completes this module within N days of starting, and again every M months." */
export interface Requirement {
	id: number;
	audience: string;
	module: string;
	withinDays: number;
	/** Absent where it is done once. */
	renewMonths?: number;
	/** The shorter module that renews it, in place of the whole of it. */
	instead?: string;
	/** Whether that is served no more: what it has renewed stays so, and from then on the whole module renews it. */
	insteadGone?: true;
	startsOn: PlainDate;
	/** Its last day. */
	endsOn?: PlainDate;
}

/** Somebody, as far as it decides what is asked of them: their audiences, with their first day in each where it is known. */
export interface Asked {
	audiences: ReadonlyMap<string, PlainDate | undefined>;
}

/** That somebody completed a module, on a day by the clock in London. */
export interface Completed {
	module: string;
	on: PlainDate;
}

/** That somebody need not do what a requirement asks, from a day and perhaps until another, both included. */
export interface Exemption {
	requirement: number;
	from: PlainDate;
	until?: PlainDate;
	reason: string;
}

/** `due-soon` begins 30 days before; `overdue` is a fact about a date and no fault. */
export type DueState = 'due' | 'due-soon' | 'overdue' | 'done' | 'exempt';

/** One thing that is asked of somebody. */
export interface Due {
	state: DueState;
	/** What to do. Of something done it is what was asked for first. */
	module: string;
	/** What that renews, where it is another module. */
	renews?: string;
	/** Every requirement that asks for it, the one with the earliest date first. */
	reasons: Requirement[];
	/** The last day in time; of something done the last day on which it counts, absent where that is for good. */
	dueOn?: PlainDate;
	/** The last completion that counts. */
	last?: Completed;
	/** What renews something done, and from when that loses no time. */
	renewal?: { module: string; from: PlainDate };
	exemption?: Exemption;
}

const SOON_DAYS = 30;
/** How long before the end a renewal counts from the end. */
const EARLY_MONTHS = 3;

/**
 * What is asked of somebody on a day, with all that they are asked for already
 * done, the earliest date first. Pure: the same on any machine and at any hour.
 *
 * - A date is never earlier than what somebody could do about it: the days are
 *   counted from their first day, from the requirement's, or from the end of an
 *   exemption, whichever is last, also where what they did elsewhere has run out.
 * - A renewal in the last 3 months counts from the old end, so that nobody loses
 *   time by being early and nobody waits for the last day. An earlier one counts
 *   from its own day, so that doing it over and over cannot build up years.
 * - A completion of a day that is still to come (some clock was wrong) counts as
 *   of today.
 * - Several requirements for one thing are one thing, by the earliest date.
 */
export function due(person: Asked, requirements: readonly Requirement[], completions: readonly Completed[], exemptions: readonly Exemption[], today: PlainDate): Due[] {
	const done = completions.map(({ module, on }) => ({ module, on: on < today ? on : today })).toSorted(byDay);
	const single = requirements
		.filter(({ audience, startsOn, endsOn }) => person.audiences.has(audience) && startsOn <= today && (endsOn === undefined || today <= endsOn))
		.map((requirement) => dueOf(requirement, person.audiences.get(requirement.audience), done, exemptions, today));
	const asked = merged(single, ({ reasons }) => reasons[0]!.module);
	// What renews one thing may also be asked for by itself.
	return merged(asked, ({ state, module, reasons }) => (isToDo(state) ? `to do ${module}` : reasons[0]!.module)).toSorted(byDate);
}

/** Whether there is something to do in this state. */
export function isToDo(state: DueState): boolean {
	return state === 'due' || state === 'due-soon' || state === 'overdue';
}

/** The requirements that somebody can meet: a module that is served no more is asked of nobody. */
export function possible(requirements: readonly Requirement[], served: ReadonlySet<string>): Requirement[] {
	return requirements
		.filter(({ module }) => served.has(module))
		.map((requirement) => (requirement.instead === undefined || served.has(requirement.instead) ? requirement : { ...requirement, insteadGone: true }));
}

function dueOf(requirement: Requirement, since: PlainDate | undefined, done: readonly Completed[], exemptions: readonly Exemption[], today: PlainDate): Due {
	const { id, module, withinDays, renewMonths, instead, insteadGone, startsOn } = requirement;
	const own = exemptions.filter((exemption) => exemption.requirement === id && exemption.from <= today);
	const exemption = own.find(({ until }) => until === undefined || today <= until);
	const course = courseOf(requirement, done);
	const shared = { reasons: [requirement], ...(course ? { last: course.last } : {}) };
	if (exemption) return { ...shared, state: 'exempt', module, exemption };
	if (course && course.end === undefined) return { ...shared, state: 'done', module };
	const counted = latest(startsOn, since ?? startsOn, ...own.map(({ until }) => addDays(until!, 1)));
	const dueOn = latest(addDays(counted, withinDays), course?.end ?? startsOn);
	const toDo = course && instead && !insteadGone ? { module: instead, renews: module } : { module };
	if (dueOn < today) return { ...shared, ...toDo, state: 'overdue', dueOn };
	if (daysBetween(today, dueOn) <= SOON_DAYS) return { ...shared, ...toDo, state: 'due-soon', dueOn };
	if (!course || course.end! < today) return { ...shared, ...toDo, state: 'due', dueOn };
	return { ...shared, state: 'done', module, dueOn, renewal: { module: toDo.module, from: earliest(course.end!, renewMonths!) } };
}

/**
 * What became of a requirement: the last completion that counts for it, and the
 * last day on which it does, absent where that is for good; undefined where it was never met.
 */
function courseOf({ module, instead, renewMonths }: Requirement, done: readonly Completed[]): { last: Completed; end?: PlainDate } | undefined {
	const first = done.find((completed) => completed.module === module);
	if (!first) return undefined;
	if (renewMonths === undefined) return { last: done.findLast((completed) => completed.module === module)! };
	// Counted in months from one day, so that an end on the 31st does not creep to the 28th.
	let [base, months, last] = [first.on, renewMonths, first];
	for (const completed of done.slice(done.indexOf(first) + 1)) {
		if (completed.module !== module && completed.module !== instead) continue;
		const end = addMonths(base, months);
		if (completed.on >= earliest(end, renewMonths) && completed.on <= end) months += renewMonths;
		// Doing it once more never takes time away.
		else if (addMonths(completed.on, renewMonths) > end) [base, months] = [completed.on, renewMonths];
		last = completed;
	}
	return { last, end: addMonths(base, months) };
}

/** From when a renewal counts from the end; where all of it is short, in its second half. */
function earliest(end: PlainDate, renewMonths: number): PlainDate {
	return addMonths(end, -Math.min(EARLY_MONTHS, Math.floor(renewMonths / 2)));
}

/** One for each key: the one with the earliest date, with everybody's reasons. An exemption from one requirement is none from another. */
function merged(all: readonly Due[], keyOf: (due: Due) => string): Due[] {
	const groups = new Map<string, Due[]>();
	for (const due of all.toSorted(byDate)) groups.set(keyOf(due), [...(groups.get(keyOf(due)) ?? []), due]);
	return [...groups.values()].map((group) => {
		const asking = group.filter(({ state }) => state !== 'exempt');
		const counting = asking.length > 0 ? asking : group;
		return { ...counting[0]!, reasons: counting.flatMap(({ reasons }) => reasons) };
	});
}

const FOR_GOOD = '9999-12-31';

/** By date, what is for good last; where that is the same by requirement, so that the order of the rows decides nothing. */
function byDate(a: Due, b: Due): number {
	return compare(a.dueOn ?? FOR_GOOD, b.dueOn ?? FOR_GOOD) || a.reasons[0]!.id - b.reasons[0]!.id;
}

function byDay(a: Completed, b: Completed): number {
	return compare(a.on, b.on) || compare(a.module, b.module);
}

function compare(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}
