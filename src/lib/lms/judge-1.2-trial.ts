import { judge12, type Judge12, type Options12 } from './judge-1.2.ts';
import { trial } from './trial.ts';

/** A judge whose session has begun. */
export const begun = (options?: Options12) => trial(judge12(options));

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
