import type { ServerResponse } from 'node:http';

/** The pages that are open in a browser and wait to hear of a save, by what they show. */
export interface Streams {
	/** Adds a page, until it goes. */
	add(topic: string, response: ServerResponse): void;
	/** What somebody has open. */
	topics(): string[];
	/** Tells every page of `topic`. */
	send(topic: string, news: unknown): void;
}

/** Starts with no page open. See the HTML standard, 9.2, for the form of an event. */
export function openStreams(): Streams {
	const open = new Map<string, Set<ServerResponse>>();
	return {
		add(topic, response) {
			const pages = open.get(topic) ?? new Set();
			open.set(topic, pages.add(response));
			response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
			// A browser that was without the preview for a moment looks again soon.
			response.write('retry: 500\n\n');
			response.on('close', () => {
				pages.delete(response);
				if (pages.size === 0 && open.get(topic) === pages) open.delete(topic);
			});
		},
		topics: () => [...open.keys()],
		send(topic, news) {
			for (const response of open.get(topic) ?? []) response.write(`data: ${JSON.stringify(news)}\n\n`);
		}
	};
}
