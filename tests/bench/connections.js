// Asks a site again and again over a few connections that stay open, and counts.
import { Agent, request } from 'node:http';

const CONNECTIONS = 10;
const WARM_UP = 2;
const SECONDS = 15;
/** In ms: a site that does not answer ends the measurement instead of holding it up. */
const PATIENCE = 10_000;

/** Sends one request, and resolves with its status, its body and how long it took. */
export function ask(origin, { path, method = 'GET', headers = {}, body }, agent) {
	return new Promise((done, fail) => {
		const started = performance.now();
		const sent = request(origin + path, { method, headers: body ? { ...headers, 'content-length': Buffer.byteLength(body) } : headers, agent, timeout: PATIENCE }, (response) => {
			const parts = [];
			response.on('data', (part) => parts.push(part));
			response.on('end', () => done({ status: response.statusCode, headers: response.headers, body: Buffer.concat(parts), ms: performance.now() - started }));
			response.on('error', fail);
		});
		sent.on('timeout', () => sent.destroy(new Error(`${path} was not answered in ${PATIENCE / 1000} seconds.`)));
		sent.on('error', fail);
		sent.end(body);
	});
}

/**
 * @param requestOf what a connection asks next, by its number and how often it has asked
 * @returns requests a second, and the time in ms within which 99 of 100 were answered
 */
export async function load(origin, requestOf) {
	const times = [];
	const warm = performance.now() + WARM_UP * 1000;
	const end = warm + SECONDS * 1000;
	await askWhile(origin, requestOf, () => performance.now() < end, (ms) => {
		if (performance.now() > warm) times.push(ms);
	});
	times.sort((a, b) => a - b);
	return { perSecond: times.length / SECONDS, p99: times[Math.floor(times.length * 0.99)] };
}

/** Asks 100,000 times, as fast as it is answered. */
export async function ask100000(origin, requestOf) {
	let left = 100_000;
	await askWhile(origin, requestOf, () => (left -= 1) >= 0, () => {});
}

async function askWhile(origin, requestOf, goesOn, answered) {
	const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
	const connection = async (number) => {
		for (let count = 0; goesOn(); count += 1) {
			const asked = requestOf(number, count);
			const { status, ms } = await ask(origin, asked, agent);
			if (status !== 200) throw new Error(`${asked.path} was answered with ${status}.`);
			answered(ms);
		}
	};
	try {
		await Promise.all(Array.from({ length: CONNECTIONS }, (_, number) => connection(number)));
	} finally {
		agent.destroy();
	}
}
