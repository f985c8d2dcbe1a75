import { judge12, type Judge12, type Options12 } from './judge-1.2.ts';

/** A judge whose session has begun. */
export function begun(options?: Options12) {
	const judge = judge12(options);
	judge.api.LMSInitialize('');
	const set = (element: string, value: string) => [judge.api.LMSSetValue(element, value), judge.api.LMSGetLastError()];
	const get = (element: string) => [judge.api.LMSGetValue(element), judge.api.LMSGetLastError()];
	const words = () => judge.findings.map((finding) => finding.words);
	return { ...judge, set, get, words };
}

/** What a call answers that is let pass, with its error code. */
export const OK = ['true', '0'];
/** What a call answers that is refused. */
export const refused = (code: string) => ['false', code];

/** Does what good content does and leaves before the end. */
export function playWell({ api }: Judge12, status = 'incomplete'): void {
	api.LMSInitialize('');
	api.LMSSetValue('cmi.core.lesson_status', status);
	api.LMSSetValue('cmi.core.exit', status === 'incomplete' ? 'suspend' : '');
	api.LMSSetValue('cmi.suspend_data', 'page-2');
	api.LMSSetValue('cmi.core.session_time', '0000:01:30');
	api.LMSCommit('');
	api.LMSFinish('');
}
