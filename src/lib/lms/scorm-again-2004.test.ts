import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { scormAgain2004 } from './scorm-again-2004.ts';

const requests = vi.fn();
beforeEach(() => {
	vi.stubGlobal('fetch', requests);
	vi.stubGlobal('XMLHttpRequest', requests);
	vi.stubGlobal('navigator', { sendBeacon: requests });
});
afterEach(() => {
	vi.unstubAllGlobals();
	expect(requests).not.toHaveBeenCalled();
});

/** Sets each of `values` in a session that has begun. */
function play({ api }: ReturnType<typeof scormAgain2004>, values: Record<string, string>): void {
	api.Initialize('');
	for (const [element, value] of Object.entries(values)) expect([element, api.SetValue(element, value)]).toEqual([element, 'true']);
}
const found = (lms: ReturnType<typeof scormAgain2004>) => {
	lms.api.Initialize('');
	return ['entry', 'suspend_data', 'location', 'completion_status', 'success_status', 'total_time'].map((element) => lms.api.GetValue(`cmi.${element}`));
};
const DONE = { 'cmi.completion_status': 'completed', 'cmi.success_status': 'passed', 'cmi.score.scaled': '0.5', 'cmi.suspend_data': 'x', 'cmi.location': 'page-2', 'cmi.session_time': 'PT1M30.5S' };

test('what is committed is kept, and nothing else', () => {
	const first = scormAgain2004({ learner: { id: '17', name: 'Example, A' } });
	play(first, { ...DONE, 'cmi.exit': 'suspend' });
	expect([first.snapshot(), first.api.GetValue('cmi.learner_name')]).toEqual([{}, 'Example, A']);
	expect(first.api.Commit('')).toBe('true');
	first.api.SetValue('cmi.suspend_data', 'lost');
	expect(first.snapshot()).toMatchObject({ 'cmi.suspend_data': 'x', 'cmi.score.scaled': '0.5', 'cmi.exit': 'suspend' });
});

test('the next launch resumes where exit was "suspend", without a mark of its own', () => {
	const first = scormAgain2004();
	play(first, { ...DONE, 'cmi.exit': 'suspend' });
	first.api.Commit('');
	const second = scormAgain2004({ saved: first.snapshot() });
	expect(found(second)).toEqual(['resume', 'x', 'page-2', 'completed', 'passed', 'PT0H1M30.5S']);
	second.api.SetValue('cmi.session_time', 'PT1S');
	second.api.SetValue('cmi.exit', 'suspend');
	second.api.Commit('');
	expect(found(scormAgain2004({ saved: second.snapshot() })).at(-1)).toBe('PT0H1M31.5S');
});

test.each(['normal', '', 'time-out'])('the next launch finds nothing where exit was "%s"', (exit) => {
	const first = scormAgain2004();
	play(first, { ...DONE, 'cmi.exit': exit });
	first.api.Commit('');
	expect(found(scormAgain2004({ saved: first.snapshot() }))).toEqual(['ab-initio', '', '', 'unknown', 'unknown', 'PT0S']);
});

test.each(['exitAll', 'suspendAll'])('the request "%s" ends the session and asks nothing of the network', (request) => {
	const lms = scormAgain2004();
	play(lms, { ...DONE, 'cmi.exit': 'suspend', 'adl.nav.request': request });
	expect([lms.api.Commit(''), lms.api.Terminate(''), lms.api.GetLastError()]).toEqual(['true', 'true', '0']);
	expect(lms.snapshot()).toMatchObject({ 'cmi.suspend_data': 'x', 'cmi.exit': 'suspend' });
});

test('interactions come back in the next launch', () => {
	const first = scormAgain2004();
	play(first, { 'cmi.interactions.0.id': 'q1', 'cmi.interactions.0.type': 'choice', 'cmi.interactions.0.learner_response': 'a[,]b', 'cmi.interactions.0.result': 'incorrect', 'cmi.exit': 'suspend' });
	first.api.Commit('');
	const { api } = scormAgain2004({ saved: first.snapshot() });
	api.Initialize('');
	expect(['_count', '0.id', '0.type', '0.learner_response', '0.result'].map((name) => api.GetValue(`cmi.interactions.${name}`))).toEqual(['1', 'q1', 'choice', 'a[,]b', 'incorrect']);
});
