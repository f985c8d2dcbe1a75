import { matching, oneOf, type Format } from './format.ts';

const count = (most: number) => most.toLocaleString('en-GB');
/** What XML can hold; half a pair of surrogates is not among it. */
const TEXT = /^[\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/u;
/** RTE 4.1.1.6; the lengths are the least that every LMS has to keep, so no LMS has to keep more. */
const text = (most: number): Format => ({ accepts: (value) => value.length <= most && TEXT.test(value), words: `text of at most ${count(most)} characters` });

const LANGUAGE = '(?:[A-Za-z]{2,3}|[ix])(?:-[A-Za-z0-9]{2,8})*';
const WITH_LANGUAGE = new RegExp(`^\\{lang=${LANGUAGE}\\}`);
/** Text that may begin with its language, as in `{lang=cy}Helo` (localized_string_type). */
const localized = (most: number): Format => {
	const plain = text(most);
	return {
		accepts(value) {
			const rest = value.replace(WITH_LANGUAGE, '');
			return !rest.startsWith('{lang=') && plain.accepts(rest);
		},
		words: `text of at most ${count(most)} characters, with {lang=en} or the like before it or nothing`
	};
};

const IN_URI = "(?:[\\w\\-.~:/?#@!$&'()*+,;=]|%[\\dA-Fa-f]{2})";
const SHORT = new RegExp(`^${IN_URI}{1,250}$`);
const short: Format = matching(SHORT, 'an id of at most 250 characters without spaces');

const REAL = /^-?\d+(\.\d+)?$/;
const from = (least: number, most = Infinity): Format => ({
	accepts: (value) => REAL.test(value),
	outOfRange: (value) => REAL.test(value) && (Number(value) < least || Number(value) > most),
	words: most === Infinity ? `a number from ${least}` : `a number from ${least} to ${most}`
});

export const text250 = text(250);
export const text1000 = text(1000);
export const text64000 = text(64_000);
export const localized250 = localized(250);
export const localized4000 = localized(4000);
export const language = matching(new RegExp(`^(?:${LANGUAGE})?$`), 'a language such as en or en-GB');
/** RTE 4.1.1.4: an URI or an URN, which has its name space and something in it. */
export const identifier = matching(new RegExp(`^(?!urn:)${IN_URI}{1,4000}$|^urn:[A-Za-z0-9][A-Za-z0-9-]{1,31}:${IN_URI}{1,3960}$`), 'an id of at most 4,000 characters without spaces');
/** RTE 4.1.1.8: plain digits, so not 1e-7. */
export const real = matching(REAL, 'a number in plain digits such as 0.5');
export const scaled = from(-1, 1);
export const measure = from(0, 1);
export const volume = from(0);
export const captions = oneOf('-1', '0', '1');
/** RTE 4.1.1.11: hundredths of seconds at the most. */
export const timespan = matching(
	/^P(?=.)(\d+Y)?(\d+M)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+(\.\d{1,2})?S)?)?$/,
	'a length of time such as PT12M34.5S, with at most 2 digits after the point'
);

const TIME = /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(?:[01]\d|2[0-3])(?::[0-5]\d(?::[0-5]\d(?:\.\d{1,2})?(?:Z|[+-](?:[01]\d|2[0-3])(?::[0-5]\d)?)?)?)?)?)?)?$/;
/** RTE 4.1.1.10: hundredths of seconds at the most, from 1970 to 2038, and a day that there is. */
export const time: Format = {
	accepts(value) {
		const [, year, month = '01', day = '01'] = TIME.exec(value) ?? [];
		if (!year || Number(year) < 1970 || Number(year) > 2038) return false;
		const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
		return date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
	},
	words: 'a time such as 2026-11-26T10:42:58.00Z, with at most 2 digits after the point'
};

export const completion = oneOf('completed', 'incomplete', 'not attempted', 'unknown');
export const success = oneOf('passed', 'failed', 'unknown');
export const exit = oneOf('time-out', 'suspend', 'logout', 'normal', '');
export const interactionType = oneOf('true-false', 'choice', 'fill-in', 'long-fill-in', 'likert', 'matching', 'performance', 'sequencing', 'numeric', 'other');
export const result: Format = {
	accepts: (value) => ['correct', 'incorrect', 'unanticipated', 'neutral'].includes(value) || REAL.test(value),
	words: '"correct", "incorrect", "unanticipated", "neutral" or a number'
};
/** What both editions have; `jump` came with the 4th. */
export const request = matching(
	/^(continue|previous|exit|exitAll|abandon|abandonAll|suspendAll|_none_|\{target=[^\s{}]+\}choice)$/,
	'one of "continue", "previous", "{target=…}choice", "exit", "exitAll", "abandon", "abandonAll", "suspendAll", "_none_"'
);

/** Up to `most` parts with [,] between them (RTE 4.1.1.6, reserved delimiters). */
function list(most: number, words: string, accepts: (part: string) => boolean, { unique = false, empty = false } = {}): Format {
	return {
		accepts(value) {
			if (value === '') return empty;
			const parts = value.split('[,]');
			return parts.length <= most && parts.every(accepts) && !(unique && new Set(parts).size < parts.length);
		},
		words: `${words} with [,] between them, at most ${most}`
	};
}
/** What accepts what is left of a value when settings such as {order_matters=true} are taken from its beginning. */
function after(names: string[], format: Format): Format {
	return {
		accepts(value) {
			let rest = value;
			for (const found of names) {
				const setting = names.map((name) => new RegExp(`^\\{${name}=(true|false)\\}`).exec(rest)?.[0]).find((setting) => setting !== undefined);
				if (found && setting) rest = rest.slice(setting.length);
			}
			return !names.some((name) => rest.startsWith(`{${name}=`)) && format.accepts(rest);
		},
		words: `${format.words}, with ${names.map((name) => `{${name}=true}`).join(' and ')} before it or nothing`
	};
}
const isShort = (part: string) => SHORT.test(part);
/** Two parts of a pair, with [.] between them. */
const pair = (first: (part: string) => boolean, second: (part: string) => boolean) => (part: string) => {
	const [one, other, ...more] = part.split('[.]');
	return one !== undefined && other !== undefined && more.length === 0 && first(one) && second(other);
};
/** Two numbers that may each be missing, with [:] between them. */
function isRange(value: string): boolean {
	const [least, most, ...more] = value.split('[:]');
	if (least === undefined || most === undefined || more.length > 0) return false;
	const fits = [least, most].every((end) => end === '' || REAL.test(end));
	return fits && (least === '' || most === '' || Number(least) <= Number(most));
}
const step = (answer: (part: string) => boolean) => (part: string) => part !== '[.]' && pair((name) => name === '' || isShort(name), answer)(part);

const choice = list(36, 'different ids', isShort, { unique: true, empty: true });
const fills = list(10, 'texts of at most 250 characters', localized250.accepts, { empty: true });
const pairs = list(36, 'pairs such as 1[.]a', pair(isShort, isShort), { empty: true });
const sequence = list(36, 'ids', isShort, { empty: true });
const trueOrFalse = oneOf('true', 'false');
const other = text(4000);

/** What a learner answers, by the type of the interaction (RTE 4.2.9). */
export const responses = {
	'true-false': trueOrFalse,
	choice,
	'fill-in': fills,
	'long-fill-in': localized4000,
	likert: short,
	matching: pairs,
	performance: list(125, 'steps such as open[.]1', step((answer) => text250.accepts(answer))),
	sequencing: sequence,
	numeric: real,
	other
} as const satisfies Record<string, Format>;

/** What a correct answer is, by the type of the interaction. */
export const patterns = {
	...responses,
	'fill-in': after(['case_matters', 'order_matters'], fills),
	'long-fill-in': after(['case_matters'], localized4000),
	performance: after(['order_matters'], list(125, 'steps such as open[.]1', step((answer) => (answer.includes('[:]') ? isRange(answer) : text250.accepts(answer))))),
	numeric: { accepts: isRange, words: 'two numbers such as 1[:]10' }
} as const satisfies Record<string, Format>;
