import { isSensitive } from '#lib/module/audiences.ts';
import { fnv } from '#lib/module/fnv.ts';
import { recordables, type Module } from '#lib/module/module.ts';
import { longestAnswer, recallAnswer } from './answers.ts';
import { begin, type Attempt } from './attempt.ts';

/**
 * An attempt as a short string of printable ASCII, for a column of the database
 * and for an LMS's `suspend_data` alike:
 *
 *     A2.<module>.<changes>.<here>.<pages done>.<answers>.<pages and questions left>.<check>
 *
 * Ids are shortened to 4 letters by their hash, so a version that gains, loses
 * or reorders pages still finds what it shares with the one before; and because
 * what is not done stands in it too, a later version knows what is new in it. A
 * page takes 4 characters and a question 5 and its letters, at most 13.
 */
const VERSION = 'A2';
/** How many parts each version has. The first did not say what there was besides. */
const PARTS: Readonly<Record<string, number>> = { A1: 7, A2: 8 };
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** What of an answer is kept: the letters chosen, or only that there was one (sensitive audiences). */
export type Keep = 'choices' | 'answered';

/** What of an answer is kept, on our site and in an LMS: for a sensitive audience, only that there was one. */
export function keepOf(module: Module): Keep {
	return isSensitive(module.audience) ? 'answered' : 'choices';
}

/** 24 bits of FNV-1a as 4 characters. */
export function shorten(id: string): string {
	const hash = fnv(id);
	const bits = (hash >>> 24) ^ (hash & 0xffffff);
	const letter = (shift: number) => ALPHABET[(bits >>> shift) & 63]!;
	return letter(18) + letter(12) + letter(6) + letter(0);
}

/** The questions whose answers are kept: none behind a content note, whatever an older version had there. */
function kept(module: Module) {
	return module.pages.flatMap(recordables);
}

/** `attempt` as a string. A page's content note leaves no trace in it. */
export function encode(module: Module, attempt: Attempt, keep: Keep): string {
	const questions = kept(module);
	const answers = questions.flatMap(({ id }) => {
		const chosen = attempt.answers[id];
		return chosen === undefined ? [] : [shorten(id) + (keep === 'choices' ? chosen : '')];
	});
	const isDone = new Set([...attempt.done, ...Object.keys(attempt.answers)]);
	const done = module.pages.filter(({ id }) => isDone.has(id));
	const left = [...module.pages, ...questions].filter(({ id }) => !isDone.has(id));
	const body = [VERSION, shorten(module.slug), attempt.changes.toString(36), shorten(attempt.here), shortened(done), answers.join(','), shortened(left)].join('.');
	return `${body}.${shorten(body)}`;
}

function shortened(parts: { id: string }[]): string {
	return parts.map(({ id }) => shorten(id)).join('');
}

/** What a stored string turned out to be. */
export type Decoded =
	| {
			kind: 'resumed';
			attempt: Attempt;
			/** The pages that were not there when it was stored, or have got a question since. */
			news: string[];
	  }
	/** Nothing was stored. */
	| { kind: 'empty' }
	/** Cut off, damaged, or from another module or another program. */
	| { kind: 'unreadable' };

/** Reads what `encode` wrote, for this module or another version of it; whatever no longer exists is dropped. */
export function decode(module: Module, text: string): Decoded {
	if (text === '') return { kind: 'empty' };
	const parts = text.split('.');
	const [version, slug, changes, here, done, answers, left] = parts;
	const body = text.slice(0, text.lastIndexOf('.'));
	const sound = parts.length === PARTS[version!] && slug === shorten(module.slug) && parts.at(-1) === shorten(body);
	if (!sound || !/^[0-9a-z]{1,6}$/.test(changes!)) return { kind: 'unreadable' };
	const entries = answers === '' ? [] : answers!.split(',');
	const start = begin(module);
	const wasDone = idsOf(done);
	const wasLeft = idsOf(left);
	const attempt: Attempt = {
		here: module.pages.find(({ id }) => shorten(id) === here)?.id ?? start.here,
		done: module.pages.flatMap(({ id }) => (wasDone.has(shorten(id)) ? [id] : [])),
		answers: {},
		changes: parseInt(changes!, 36)
	};
	const isNew = new Set<string>();
	for (const question of kept(module)) {
		const short = shorten(question.id);
		const entry = entries.find((text) => text.startsWith(short));
		if (entry !== undefined) attempt.answers[question.id] = recallAnswer(question, entry.slice(4));
		else if (!wasLeft.has(short)) isNew.add(question.id);
	}
	const news = module.pages.filter((page) => !(attempt.done.includes(page.id) || wasLeft.has(shorten(page.id))) || recordables(page).some(({ id }) => isNew.has(id)));
	return { kind: 'resumed', attempt, news: version === VERSION ? news.map(({ id }) => id) : [] };
}

/** Ids of 4 letters, one after the other; none where the version did not have them. */
function idsOf(text?: string): Set<string> {
	return new Set(text?.match(/.{4}/g));
}

/** The longest string that `encode` can make of this module. */
export function worstCase(module: Module): string {
	const answers = kept(module).map((question) => [question.id, longestAnswer(question)] as const);
	const attempt: Attempt = {
		here: module.pages[0]!.id,
		done: module.pages.map(({ id }) => id),
		answers: Object.fromEntries(answers),
		changes: 36 ** 6 - 1
	};
	return encode(module, attempt, 'choices');
}
