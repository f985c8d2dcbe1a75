import { request } from 'node:http';
import { withDatabase, type Site } from '../site.ts';

/** What came back. */
export interface Reply {
	status: number;
	headers: Record<string, string | string[] | undefined>;
	body: string;
}

interface Question {
	method?: string;
	headers?: Record<string, string>;
	body?: string | Uint8Array;
}

/** Sends a request exactly as it is given, also where `fetch` would mend it. */
export function ask(site: Pick<Site, 'origin'>, path: string, { method = 'GET', headers = {}, body }: Question = {}): Promise<Reply> {
	const { host, port } = new URL(site.origin);
	return new Promise((done, fail) => {
		const asking = request({ host: '127.0.0.1', port, path, method, headers: { host, ...headers } }, (response) => {
			const parts: Buffer[] = [];
			response.on('data', (part: Buffer) => parts.push(part));
			response.on('end', () => done({ status: response.statusCode!, headers: response.headers, body: Buffer.concat(parts).toString('utf8') }));
			response.on('error', fail);
		});
		asking.on('error', fail);
		asking.end(body);
	});
}

/** A page without what differs from one request to the next. */
export function steady(html: string): string {
	return html.replace(/nonce="[^"]*"/g, '').replace(/name="token" value="[^"]*"/g, '').replace(/__sveltekit_\w+/g, '');
}

/** Every row of every table. */
export function everything(site: Site): Record<string, unknown[]> {
	return withDatabase(site, (database) => {
		const tables = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'").pluck().all() as string[];
		return Object.fromEntries(tables.map((name) => [name, database.prepare(`SELECT * FROM "${name}"`).all()]));
	});
}
