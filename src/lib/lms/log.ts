import type { Api12 } from './api-1.2.ts';
import type { Api2004 } from './api-2004.ts';
import { apiOf, each, functionsOf, namesOf, type Api } from './functions.ts';

/** One call of a function of the API, with what came back. */
export interface Call {
	name: keyof Api12 | keyof Api2004;
	arguments: string[];
	/** As text; `threw` where it threw. */
	answer: string;
}

/** The same API, with every call written down. Who listens hears of each when it is over, whatever came of it. */
export function logged<A extends Api>(api: A, listener: (call: Call) => void = () => {}): { api: A; calls: Call[] } {
	const names = namesOf(api);
	const calls: Call[] = [];
	const logging = each(functionsOf(api), (act, does) => (...given) => {
		const call: Call = { name: names[does], arguments: given.map(String), answer: 'threw' };
		calls.push(call);
		try {
			const answer = act(...given);
			call.answer = String(answer);
			return answer;
		} finally {
			listener(call);
		}
	});
	return { api: apiOf<A>(logging, names), calls };
}
