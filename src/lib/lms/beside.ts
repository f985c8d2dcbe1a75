import { apiOf, each, functionsOf, namesOf, type Api } from './functions.ts';

/** The same API, while `observer` gets every call as well, before it is answered. What the observer answers is nobody's. */
export function beside<A extends Api>(api: A, observer: A): A {
	const observing = functionsOf(observer);
	const both = each(functionsOf(api), (act, does) => (...given) => {
		(observing[does] as (...given: string[]) => unknown)(...given);
		return act(...given);
	});
	return apiOf<A>(both, namesOf(api));
}
