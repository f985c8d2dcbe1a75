import type { Call } from '#lib/lms/log.ts';
import type { Switches } from '#lib/lms/switches.ts';

/** A line of the log. */
export interface Line {
	/** Tells one line from another. */
	number: number;
	at: Date;
	words: string;
	/** What was called, where the line is about a call. */
	call?: Call;
}

/** What the switches are called, and what each choice says of itself. */
export const SYSTEM_WORDS: Readonly<Record<Switches['system'], string>> = {
	'scorm-again': 'a forgiving one, as most are (scorm-again)',
	strict: 'a strict one, which refuses what the standard does not allow'
};
export const ARRIVAL_WORDS: Readonly<Record<Switches['arrival'], string>> = {
	'at-once': 'at once',
	late: 'late, after 4 seconds',
	never: 'never: the training finds no learning system'
};
export const SAVING_WORDS: Readonly<Record<Switches['saving'], string>> = {
	works: 'works',
	slow: 'is slow: 1.5 seconds each time',
	'fails-at-first': 'fails 3 times and then works',
	fails: 'fails each time'
};
export const LIMIT_WORDS: Readonly<Record<Switches['limits'][number], string>> = {
	review: 'The learner only looks back, so nothing may be recorded',
	short: 'It keeps fewer than 4,096 characters of what was done',
	esr: 'It has only what ESR has'
};

/** Says how the learning system behaves, in a sentence for the log. */
export function switchesInWords({ system, arrival, saving, limits }: Switches): string {
	return [
		`Opened the training. The learning system is ${SYSTEM_WORDS[system]}. It is there ${ARRIVAL_WORDS[arrival]}. Saving ${SAVING_WORDS[saving]}.`,
		...limits.map((limit) => `${LIMIT_WORDS[limit]}.`)
	].join(' ');
}

/** Says what the frame stopped. */
export function stoppedInWords(what: string, address: string): string {
	if (what === 'link') return `Followed a link to ${address}, which the preview does not open`;
	return `Tried to reach ${address || 'something'}, which the preview does not allow (${what})`;
}

const clock = (at: Date) => at.toLocaleTimeString('en-GB');
const quoted = ({ name, arguments: given, answer }: Call) => `${name}(${given.map((argument) => JSON.stringify(argument)).join(', ')}) = ${JSON.stringify(answer)}`;

/** The log as a text file: each line in plain words, and under it the raw call. */
export function logAsText(title: string, lines: readonly Line[]): string {
	const all = lines.flatMap(({ at, words, call }) => [`${clock(at)}  ${words}`, ...(call ? [`          ${quoted(call)}`] : [])]);
	return `${[title, '', ...all].join('\r\n')}\r\n`;
}
