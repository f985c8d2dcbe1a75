import type { Api12 } from './api-1.2.ts';
import type { Api2004 } from './api-2004.ts';

export type Api = Api12 | Api2004;

/** What an API does, whatever its standard calls it. */
export interface Functions {
	initialize(argument: string): unknown;
	terminate(argument: string): unknown;
	get(element: string): unknown;
	set(element: string, value: string): unknown;
	commit(argument: string): unknown;
	lastError(): unknown;
	errorString(code: string): unknown;
	diagnostic(code: string): unknown;
}

/** What a standard calls each of the functions. */
export type Names<Name extends string = string> = Readonly<Record<keyof Functions, Name>>;

export const NAMES_12 = {
	initialize: 'LMSInitialize',
	terminate: 'LMSFinish',
	get: 'LMSGetValue',
	set: 'LMSSetValue',
	commit: 'LMSCommit',
	lastError: 'LMSGetLastError',
	errorString: 'LMSGetErrorString',
	diagnostic: 'LMSGetDiagnostic'
} as const satisfies Names<keyof Api12>;

export const NAMES_2004 = {
	initialize: 'Initialize',
	terminate: 'Terminate',
	get: 'GetValue',
	set: 'SetValue',
	commit: 'Commit',
	lastError: 'GetLastError',
	errorString: 'GetErrorString',
	diagnostic: 'GetDiagnostic'
} as const satisfies Names<keyof Api2004>;

/** They leave the last error as it is. */
export const ABOUT_ERRORS: readonly (keyof Functions)[] = ['lastError', 'errorString', 'diagnostic'];

/** What the standard of `api` calls the functions. */
export function namesOf(api: Api): Names<keyof Api12> | Names<keyof Api2004> {
	return 'LMSInitialize' in api ? NAMES_12 : NAMES_2004;
}

type Act = (...given: string[]) => unknown;

/** The functions of an API, which may be an object of a class, as plain ones. */
export function functionsOf(api: Api): Functions {
	const methods = api as unknown as Record<string, Act>;
	const plain = Object.entries(namesOf(api)).map(([does, name]) => [does, (...given: string[]) => methods[name]!(...given)]);
	return Object.fromEntries(plain) as Functions;
}

/** An API of the standard that calls its functions `names`. */
export function apiOf<A extends Api>(functions: Functions, names: Names): A {
	return Object.fromEntries(Object.entries(names).map(([does, name]) => [name, functions[does as keyof Functions]])) as unknown as A;
}

/** The functions, each as `change` makes it. */
export function each(functions: Functions, change: (act: Act, does: keyof Functions) => Act): Functions {
	return Object.fromEntries(Object.entries(functions).map(([does, act]: [string, Act]) => [does, change(act, does as keyof Functions)])) as unknown as Functions;
}
