import type { Api12 } from './api-1.2.ts';

/** One call of a function of the API, with what came back. */
export interface Call {
	name: keyof Api12;
	arguments: string[];
	/** As text; `threw` where it threw. */
	answer: string;
}

/** The same API, with every call written down. */
export function logged<T extends Api12>(api: T): { api: Api12; calls: Call[] } {
	const calls: Call[] = [];
	const log = (name: keyof Api12) => (...given: string[]) => {
		const call: Call = { name, arguments: given.map(String), answer: 'threw' };
		calls.push(call);
		const answer = (api[name] as (...given: string[]) => unknown).apply(api, given);
		call.answer = String(answer);
		return answer;
	};
	return {
		api: {
			LMSInitialize: log('LMSInitialize'),
			LMSFinish: log('LMSFinish'),
			LMSGetValue: log('LMSGetValue'),
			LMSSetValue: log('LMSSetValue'),
			LMSCommit: log('LMSCommit'),
			LMSGetLastError: log('LMSGetLastError'),
			LMSGetErrorString: log('LMSGetErrorString'),
			LMSGetDiagnostic: log('LMSGetDiagnostic')
		},
		calls
	};
}
