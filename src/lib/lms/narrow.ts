import { CODES as CODES_12 } from './errors-1.2.ts';
import { CODES as CODES_2004 } from './errors-2004.ts';
import { string4096 } from './formats-1.2.ts';
import { ABOUT_ERRORS, apiOf, each, functionsOf, NAMES_12, namesOf, type Api, type Functions } from './functions.ts';

/** What an LMS takes less of than its standard says. */
export interface Narrowing {
	/** The only elements that it has. */
	only?: readonly string[];
	/** It keeps fewer than 4,096 characters of suspend_data, as the Learning Hub with SCORM 1.2 does. */
	short?: boolean;
}

/** The same API of an LMS that takes less. What it refuses never reaches `api`. */
export function narrowed<A extends Api>(api: A, { only, short = false }: Narrowing): A {
	const names = namesOf(api);
	const codes = names === NAMES_12 ? CODES_12 : CODES_2004;
	const whole = functionsOf(api);
	/** The error of what was called last, where it was refused here. */
	let refused: string | undefined;

	const isMissing = (element: string) => only !== undefined && !only.includes(element);
	const isTooLong = (element: string, value: string) => short && element === 'cmi.suspend_data' && !string4096.accepts(value);
	function refuse(answer: string, code: string): string {
		refused = code;
		return answer;
	}
	const narrow: Functions = {
		...whole,
		get: (element) => (isMissing(element) ? refuse('', codes['not in this LMS']) : whole.get(element)),
		set(element, value) {
			if (isMissing(element)) return refuse('false', codes['not in this LMS']);
			return isTooLong(element, value) ? refuse('false', codes['other kind']) : whole.set(element, value);
		},
		lastError: () => refused ?? whole.lastError()
	};
	const following = each(narrow, (act, does) => (...given) => {
		if (!ABOUT_ERRORS.includes(does)) refused = undefined;
		return act(...given);
	});
	return apiOf<A>(following, names);
}
