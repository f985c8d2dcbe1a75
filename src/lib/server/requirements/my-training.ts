import type { Kysely } from 'kysely';
import { londonDate } from '#lib/module/dates.ts';
import type { Module, Stage } from '#lib/module/module.ts';
import type { PlainDate, Schema } from '../database/schema.ts';
import { currentVersions, findVersion } from '../library/versions.ts';
import { underWayOf } from '../records/attempts.ts';
import { completionsOf, type Completion } from '../records/completions.ts';
import { isToDo, type Due, type DueState } from './due.ts';
import { askedOf, type AskedOf } from './requirements.ts';
import { why } from './why.ts';

/** A module on somebody's own page. */
export interface TrainingItem {
	slug: string;
	title: string;
	summary: string;
	minutes: number;
	/** What the title and the summary are in. */
	lang: string;
	dir: Module['dir'];
}

/** Why and by when somebody is asked to do something. */
export interface Deadline {
	state: DueState;
	dueOn: PlainDate;
	/** A sentence for each requirement. */
	why: string[];
}

export interface UnderWayItem extends TrainingItem {
	/** Where they were. */
	page: { id: string; title: string };
	pagesDone: number;
	pages: number;
	/** Absent where nobody asks for it. */
	deadline?: Deadline;
}

export interface DoneItem {
	slug: string;
	title: string;
	/** What the title is in; absent where neither a version that is served nor the completed one is known. */
	lang?: string;
	dir?: Module['dir'];
	completedOn: PlainDate;
	/** Of its certificate, among their own. */
	certificate: number;
	/** Whether it is there to be read again. */
	served: boolean;
	/** What stood in for doing it again, the last time. */
	renewedBy?: { title: string; on: PlainDate };
	/** The last day on which it counts; absent where that is for good, nobody asks for it, or the day is past. */
	validUntil?: PlainDate;
	/** From when it can be done again without losing time, and with what. */
	renewal?: { slug: string; title: string; minutes: number; from: PlainDate; open: boolean };
}

export interface ExemptItem extends TrainingItem {
	until?: PlainDate;
	reason: string;
}

export interface MyTraining {
	underWay: UnderWayItem[];
	toDo: (TrainingItem & { deadline: Deadline })[];
	exempt: ExemptItem[];
	/** The last time of each module, the newest first. */
	done: DoneItem[];
	/** Everything else: every module is open to everyone. */
	open: TrainingItem[];
}

const ORDER: readonly Stage[] = ['before-role', 'induction', 'first-3-months', 'ongoing', 'experienced'];

/** The modules as they stand for one person. */
export async function myTraining(db: Kysely<Schema>, personId: string, now: Date): Promise<MyTraining> {
	const [versions, underWay, completions] = await Promise.all([currentVersions(db), underWayOf(db, personId), completionsOf(db, personId)]);
	const served = new Map(versions.map(({ module }) => [module.slug, module]));
	const asked = await askedOf(db, personId, completions, new Set(served.keys()), now);
	const titleOf = (slug: string) => served.get(slug)?.title ?? slug;
	const deadlineOf = (due: Due): Deadline => ({ state: due.state, dueOn: due.dueOn!, why: reasonsOf(due, asked, titleOf) });
	const toDo = asked.due.filter(({ state }) => isToDo(state));
	const exempt = asked.due.filter(({ state }) => state === 'exempt');
	const begun = new Set(underWay.map(({ version }) => version.module.slug));
	const lastOfEach = completions.filter(({ module }, index) => completions.findIndex((other) => other.module === module) === index);
	const elsewhere = new Set([...begun, ...[...toDo, ...exempt].map(({ module }) => module), ...lastOfEach.map(({ module }) => module)]);
	return {
		underWay: underWay.map(({ version: { module }, attempt }) => {
			const due = toDo.find((one) => one.module === module.slug);
			const { id, title } = module.pages.find((page) => page.id === attempt.here) ?? module.pages[0]!;
			return { ...itemOf(module), page: { id, title }, pagesDone: attempt.done.length, pages: module.pages.length, ...(due ? { deadline: deadlineOf(due) } : {}) };
		}),
		toDo: toDo.filter(({ module }) => !begun.has(module)).map((due) => ({ ...itemOf(served.get(due.module)!), deadline: deadlineOf(due) })),
		exempt: exempt
			.filter(({ module }) => !begun.has(module))
			.map(({ module, exemption }) => ({ ...itemOf(served.get(module)!), reason: exemption!.reason, ...(exemption!.until ? { until: exemption!.until } : {}) })),
		done: await Promise.all(lastOfEach.map((completion) => doneItem(db, completion, asked.due, served, now))),
		open: inOrder([...served.values()]).filter(({ slug }) => !elsewhere.has(slug)).map(itemOf)
	};
}

/** What has the earliest date of all that somebody is asked to do, begun or not; undefined where there is nothing. */
export function nextDue({ underWay, toDo }: MyTraining): (TrainingItem & { deadline: Deadline }) | undefined {
	const asked = [...toDo, ...underWay.flatMap((item) => (item.deadline ? [{ ...item, deadline: item.deadline }] : []))];
	return asked.toSorted((a, b) => (a.deadline.dueOn < b.deadline.dueOn ? -1 : 1))[0];
}

/** As people meet them: what comes before the role first and what comes with the years last, the shortest first. */
function inOrder(modules: Module[]): Module[] {
	return modules.toSorted((a, b) => ORDER.indexOf(a.stage) - ORDER.indexOf(b.stage) || a.minutes - b.minutes);
}

function itemOf({ slug, title, summary, minutes, lang, dir }: Module): TrainingItem {
	return { slug, title, summary, minutes, lang, dir };
}

function reasonsOf({ module, reasons }: Due, asked: AskedOf, titleOf: (slug: string) => string): string[] {
	return [...new Set(reasons.map((requirement) => why(requirement, module, asked.audienceName(requirement), titleOf)))];
}

async function doneItem(db: Kysely<Schema>, { number, module: slug, version, completedAt }: Completion, asked: readonly Due[], served: ReadonlyMap<string, Module>, now: Date): Promise<DoneItem> {
	const completed = version === undefined ? undefined : (await findVersion(db, version))?.module;
	const known = served.get(slug) ?? completed;
	const due = asked.find(({ last, reasons }) => last && reasons.some(({ module }) => module === slug));
	const today = londonDate(now);
	const renewal = due?.renewal && served.get(due.renewal.module);
	return {
		slug,
		title: known?.title ?? slug,
		...(known ? { lang: known.lang, dir: known.dir } : {}),
		completedOn: londonDate(completedAt),
		certificate: number,
		served: served.has(slug),
		...(due?.last && due.last.module !== slug ? { renewedBy: { title: served.get(due.last.module)?.title ?? due.last.module, on: due.last.on } } : {}),
		...(due?.dueOn && due.dueOn >= today ? { validUntil: due.dueOn } : {}),
		...(renewal ? { renewal: { slug: renewal.slug, title: renewal.title, minutes: renewal.minutes, from: due!.renewal!.from, open: due!.renewal!.from <= today } } : {})
	};
}
