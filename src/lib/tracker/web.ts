import { parse } from 'devalue';
import type { Attempt } from '#lib/progress/attempt.ts';
import { retry } from './retry.ts';
import type { Answer, Opening, Status, Tracker } from './tracker.ts';

/** What the page was rendered with. */
export interface WebPage {
	/** The module's address, for example `/modules/working-alongside-peers`. */
	address: string;
	attempt?: Attempt;
	/** Whether the person reads again what they have completed, so that nothing is recorded. */
	again: boolean;
	/** Whose page this is: the server refuses it from anybody who signs in after them. */
	reader: string;
}

/** One form of the page, as it would be posted without JavaScript. */
interface Post {
	page: string;
	action: 'answer' | 'continue';
	fields: [string, string][];
}

/** Nobody is signed in, or somebody else is. */
const SIGNED_OUT = [401, 409];

/**
 * Records on our own server, by posting the fields of the page's own forms to
 * their own addresses, one after another. The server decides what they amount to.
 *
 * @param wake hears when it is worth trying again at once: the window
 */
export function web({ address, attempt, again, reader }: WebPage, send: typeof fetch, wake?: EventTarget): Tracker {
	const waiting: Post[] = [];
	const posted = new Set(attempt?.done);
	let tell: (status: Status) => void = () => {};
	let completed = again;

	async function post({ page, action, fields }: Post, keepalive: boolean): Promise<Response> {
		// Kit answers an action with JSON when asked with this header; without it, it renders the page.
		const headers = { accept: 'application/json', 'x-sveltekit-action': 'true' };
		return send(`${address}/${page}?/${action}`, { method: 'POST', body: new URLSearchParams([['reader', reader], ...fields]), headers, keepalive });
	}
	const sending = retry(async () => {
		for (let next = waiting[0]; next; next = waiting[0]) {
			const response = await post(next, false).catch(() => undefined);
			const result = response?.ok ? await resultOf(response) : undefined;
			if (!result) {
				// What the server refuses for good is not sent for ever; the page shows what was chosen.
				const refused = response !== undefined && response.status >= 400 && response.status < 500 && ![...SIGNED_OUT, 408, 429].includes(response.status);
				if (refused) waiting.shift();
				tell({ kind: refused ? 'refused' : SIGNED_OUT.includes(response?.status ?? 0) ? 'signed-out' : 'unsaved' });
				return waiting.length === 0;
			}
			waiting.shift();
			completed ||= saysComplete(result);
			// Only when nothing waits any more: the page could be closed on the strength of it.
			if (waiting.length === 0) tell({ kind: 'saved', at: new Date(), complete: completed });
		}
		return true;
	});
	const tryAgain = () => {
		if (waiting.length > 0) sending.now();
	};
	// Back from signing in elsewhere, or on the network again.
	for (const event of ['focus', 'online']) wake?.addEventListener(event, tryAgain);

	function queue(entry: Post) {
		if (again) return;
		waiting.push(entry);
		sending.now();
	}

	function save({ done }: Attempt) {
		for (const page of done.filter((page) => !posted.has(page))) {
			posted.add(page);
			queue({ page, action: 'continue', fields: [] });
		}
	}

	return {
		open(listener): Promise<Opening> {
			tell = listener;
			if (again) tell({ kind: 'unrecorded', why: 'review' });
			return Promise.resolve({ ...(attempt ? { attempt } : {}), news: [], unreadable: false, complete: again });
		},
		save,
		answered({ page, question, chosen }: Answer) {
			const fields: Post['fields'] = [['question', question], ...chosen.map((letter): [string, string] => ['chosen', letter])];
			queue({ page, action: 'answer', fields });
		},
		// The server decides for itself, from the same facts by the same function.
		finish: save,
		// All of it at once, since the page has no time for one after another. What is sent twice is recorded
		// once, so it keeps its place in case the browser shows this page again.
		close() {
			for (const entry of waiting) void post(entry, true).catch(() => undefined);
		}
	};
}

/** What Kit answers to an action. */
interface Result {
	type: 'success' | 'redirect' | 'failure';
	data?: string;
}

/** What the server answered, or undefined where something else did: a guest network has pages of its own. */
async function resultOf(response: Response): Promise<Result | undefined> {
	const result = (await response.json().catch(() => undefined)) as Partial<Result> | undefined;
	return result?.type ? (result as Result) : undefined;
}

/** Whether an action's result says that the module is complete; a redirect has no data and says nothing. */
function saysComplete({ type, data }: Result): boolean {
	if (type !== 'success' || data === undefined) return false;
	return (parse(data) as { complete?: boolean } | undefined)?.complete === true;
}
