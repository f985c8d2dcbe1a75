import { functionsOf, type Api } from './functions.ts';
import type { Judge } from './judge.ts';

/** A judge whose session has begun, with short words for calls. */
export function trial<A extends Api>(judge: Judge<A>) {
	const functions = functionsOf(judge.api);
	functions.initialize('');
	const set = (element: string, value: string) => [functions.set(element, value), functions.lastError()];
	const get = (element: string) => [functions.get(element), functions.lastError()];
	const words = () => judge.findings.map((finding) => finding.words);
	return { ...judge, set, get, words };
}

/** What a call answers that is let pass, with its error code. */
export const OK = ['true', '0'];
/** What a call answers that is refused. */
export const refused = (code: string) => ['false', code];
