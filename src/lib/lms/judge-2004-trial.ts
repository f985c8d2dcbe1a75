import { judge2004, type Judge2004, type Options2004 } from './judge-2004.ts';
import { trial } from './trial.ts';

/** A judge whose session has begun. */
export const begun = (options?: Options2004) => trial(judge2004(options));

/** What good content sets when it leaves before the end, and at the end. */
export const LEAVING = {
	'cmi.completion_status': 'incomplete',
	'cmi.success_status': 'unknown',
	'cmi.progress_measure': '0.5',
	'cmi.exit': 'suspend',
	'cmi.suspend_data': 'page-2',
	'cmi.session_time': 'PT1M30.5S',
	'adl.nav.request': 'suspendAll'
};
export const FINISHING = { ...LEAVING, 'cmi.completion_status': 'completed', 'cmi.success_status': 'passed', 'cmi.progress_measure': '1', 'cmi.exit': 'normal', 'adl.nav.request': 'exitAll' };

/** Sets all of `values` from the beginning to the end of a session. */
export function play({ api }: Judge2004, values: Readonly<Record<string, string>> = LEAVING): void {
	api.Initialize('');
	for (const [element, value] of Object.entries(values)) api.SetValue(element, value);
	api.Commit('');
	api.Terminate('');
}
