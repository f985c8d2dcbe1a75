import { stringify } from 'devalue';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Attempt } from '#lib/progress/attempt.ts';
import type { Status, Tracker } from './tracker.ts';
import { web, type WebPage } from './web.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const PAGE: WebPage = { address: '/modules/m/page', again: false, reader: 'me' };
const attempt = (done: string[]): Attempt => ({ here: 'one', done, answers: {}, changes: done.length });
const save = (tracker: Tracker, attempt: Attempt) => tracker.save(attempt, { complete: false, left: [], pages: 3, pagesDone: attempt.done.length });
/** What Kit answers to an action that was called by a script. */
const success = (data: object = {}) => Response.json({ type: 'success', status: 200, data: stringify(data) });
const redirect = () => Response.json({ type: 'redirect', status: 303, location: '/modules/m/page/two' });

interface Sent {
	address: string;
	body: string;
	keepalive: boolean;
}

/** A tracker whose other side answers as `answers` says, and then with redirects. */
async function open(page: Partial<WebPage>, answers: (() => Response | Promise<Response>)[] = []) {
	const sent: Sent[] = [];
	const statuses: Status[] = [];
	const send = (async (address: string, { body, keepalive }: RequestInit) => {
		sent.push({ address, body: String(body), keepalive: keepalive ?? false });
		return (answers.shift() ?? redirect)();
	}) as typeof fetch;
	const wake = new EventTarget();
	const tracker = web({ ...PAGE, ...page }, send, wake);
	const opening = await tracker.open((status) => statuses.push(status));
	const kinds = () => statuses.map(({ kind }) => kind);
	return { tracker, opening, sent, statuses, kinds, wake };
}

const soon = () => vi.advanceTimersByTimeAsync(0);
const away = () => Promise.reject(new TypeError('Failed to fetch'));
const answer = { page: 'one', question: 'q', chosen: ['a', 'c'] };

test('an answer is posted as the form posts it', async () => {
	const { tracker, sent, kinds } = await open({});
	tracker.answered(answer);
	await soon();
	expect(sent).toEqual([{ address: '/modules/m/page/one?/answer', body: 'reader=me&question=q&chosen=a&chosen=c', keepalive: false }]);
	expect(kinds()).toEqual(['saved']);
});

test('a page is posted once when it is done', async () => {
	const { tracker, sent } = await open({ attempt: attempt(['one']) });
	save(tracker, attempt(['one']));
	save(tracker, attempt(['one', 'two']));
	save(tracker, attempt(['one', 'two']));
	await soon();
	expect(sent.map(({ address }) => address)).toEqual(['/modules/m/page/two?/continue']);
});

test('whoever reads again sends nothing and is told so', async () => {
	const { tracker, sent, statuses } = await open({ again: true });
	tracker.answered(answer);
	await soon();
	expect([sent, statuses]).toEqual([[], [{ kind: 'unrecorded', why: 'review' }]]);
});

test('the server says when the module is complete', async () => {
	const { tracker, statuses } = await open({}, [() => success({ complete: true })]);
	tracker.answered(answer);
	await soon();
	expect(statuses).toMatchObject([{ kind: 'saved', complete: true }]);
});

test('what could not be sent is told and sent later, in order', async () => {
	const { tracker, sent, kinds } = await open({}, [away, () => new Response('', { status: 503 })]);
	tracker.answered(answer);
	save(tracker, attempt(['one']));
	await soon();
	expect(kinds()).toEqual(['unsaved']);
	await vi.advanceTimersByTimeAsync(7000);
	expect(kinds()).toEqual(['unsaved', 'unsaved', 'saved']);
	expect(sent.map(({ address }) => address.split('?/')[1])).toEqual(['answer', 'answer', 'answer', 'continue']);
});

test("a page of somebody else's network in place of an answer is told and tried again", async () => {
	const portal = () => new Response('<h1>Guest network</h1>', { headers: { 'content-type': 'text/html' } });
	const { tracker, sent, kinds } = await open({}, [portal]);
	tracker.answered(answer);
	await soon();
	expect(kinds()).toEqual(['unsaved']);
	await vi.advanceTimersByTimeAsync(2000);
	expect([kinds(), sent.length]).toEqual([['unsaved', 'saved'], 2]);
});

test('somebody who was signed out is told, and loses nothing', async () => {
	const { tracker, kinds } = await open({}, [() => Response.json({ message: 'You have been signed out.' }, { status: 401 })]);
	tracker.answered(answer);
	await soon();
	expect(kinds()).toEqual(['signed-out']);
	await vi.advanceTimersByTimeAsync(2000);
	expect(kinds()).toEqual(['signed-out', 'saved']);
});

test('what the server refuses for good is not sent for ever, and keeps nothing else waiting', async () => {
	const { tracker, sent, kinds } = await open({}, [() => new Response('', { status: 400 })]);
	tracker.answered(answer);
	save(tracker, attempt(['one']));
	await vi.advanceTimersByTimeAsync(60_000);
	expect(sent.map(({ address }) => address.split('?/')[1])).toEqual(['answer', 'continue']);
	expect(kinds()).toEqual(['refused', 'saved']);
});

test('whoever leaves takes nothing with them that is not sent', async () => {
	const { tracker, sent } = await open({}, [away]);
	tracker.answered(answer);
	await soon();
	save(tracker, attempt(['one']));
	const before = sent.length;
	tracker.close();
	await soon();
	const last = sent.slice(before).filter(({ keepalive }) => keepalive);
	expect(last.map(({ address }) => address.split('?/')[1])).toEqual(['answer', 'continue']);
});

test('a page that is shown again after it was left goes on recording', async () => {
	const { tracker, sent, kinds } = await open({});
	tracker.close();
	tracker.answered(answer);
	await soon();
	expect(sent).toHaveLength(1);
	expect(kinds()).toEqual(['saved']);
});

test('what could not be sent is sent at once when the person comes back to the page', async () => {
	const { tracker, sent, kinds, wake } = await open({}, [() => Response.json({}, { status: 401 })]);
	tracker.answered(answer);
	await soon();
	expect(kinds()).toEqual(['signed-out']);
	wake.dispatchEvent(new Event('focus'));
	await soon();
	expect(sent).toHaveLength(2);
	expect(kinds()).toEqual(['signed-out', 'saved']);
});

test('coming back to the page sends nothing where nothing waits', async () => {
	const { sent, wake } = await open({});
	wake.dispatchEvent(new Event('focus'));
	await soon();
	expect(sent).toEqual([]);
});

test('what somebody else would send is kept until the reader of the page is back', async () => {
	const { tracker, sent, kinds, wake } = await open({}, [() => Response.json({}, { status: 409 })]);
	tracker.answered(answer);
	await soon();
	wake.dispatchEvent(new Event('online'));
	await soon();
	expect(sent).toHaveLength(2);
	expect(kinds()).toEqual(['signed-out', 'saved']);
});
