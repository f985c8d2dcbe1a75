import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { basename, join } from 'node:path';
import type { LocalDetails } from '#lib/module/local-text.ts';
import { readModule } from '#lib/server/library/folder.ts';
import { readArguments } from './arguments.ts';
import { CannotRun } from './cannot-run.ts';
import { readLocalDetails } from './local-details.ts';
import { openDesk } from './preview/desk.ts';
import { openStreams } from './preview/events.ts';
import { previewSite, tell } from './preview/site.ts';
import { findAt, placesToWatch } from './reading.ts';
import { watchPaths } from './watching.ts';

const PREVIEW = `Usage: npx alongside preview [slug]

Shows modules in your browser as a learner sees them, with what there is to mend
beside it, and again each time you save. Nothing is recorded. Ctrl+C ends it.
Without a slug it shows every module in modules/.

  --port <number>        4000 unless given
  --open                 opens your browser
  --local-details <file> what your trust has filled in, as YAML (name: text)
  --help                 this text

Exit code: 0 ended, 2 could not run.`;

/** `alongside preview`. */
export async function preview(args: string[]): Promise<number> {
	const { values, positionals } = readArguments({
		args,
		allowPositionals: true,
		options: {
			port: { type: 'string', default: '4000' },
			open: { type: 'boolean', default: false },
			'local-details': { type: 'string' },
			help: { type: 'boolean' }
		}
	});
	if (values.help) return console.log(PREVIEW), 0;
	if (positionals.length > 1) throw new CannotRun('Name one module, or none to see all of them.');
	const port = portFrom(values.port);
	const [asked] = positionals;
	const { modules: folders } = await findAt(asked ?? 'modules');
	if (folders.length === 0) throw new CannotRun(`There is no module in ${asked}: guides have no preview. To see one, start the site with "npm start".`);
	const module = asked !== undefined && folders.length === 1 ? folders[0] : undefined;
	if (module !== undefined) await readModule(module);
	const root = module ?? join(asked ?? 'modules');
	const file = values['local-details'];

	const desk = openDesk(module === undefined ? { modules: root } : { module }, await detailsFrom(file));
	const streams = openStreams();
	let last = Promise.resolve();
	const tellAll = async () => {
		await Promise.all(streams.topics().map((topic) => tell(desk, streams, topic)));
	};
	const site = previewSite(desk, streams, module && basename(module));
	await listen(site, port);
	const places = await placesToWatch(root);
	const unwatch = await watchPaths(file === undefined ? places : [...places, file], () => (last = last.then(tellAll)));
	const address = `http://localhost:${(site.address() as AddressInfo).port}`;
	console.log(`The preview is on ${address}\nIt shows each change when you save. To end it, press Ctrl+C.`);
	if (values.open) openBrowser(address);

	await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
	unwatch();
	site.close();
	site.closeAllConnections();
	return 0;
}

function portFrom(text: string): number {
	if (!/^\d+$/.test(text) || Number(text) > 65535) throw new CannotRun(`"${text}" is not a port. Use a number from 1024 to 65535, such as --port 4001.`);
	return Number(text);
}

/** Reads the local details now, and each time they are asked for; while they have a mistake, those from before are used. */
async function detailsFrom(file: string | undefined): Promise<() => Promise<LocalDetails>> {
	let details: LocalDetails = file === undefined ? {} : await readLocalDetails(file);
	let said = '';
	return async () => {
		if (file === undefined) return details;
		try {
			details = await readLocalDetails(file);
			said = '';
		} catch (error) {
			if (!(error instanceof CannotRun)) throw error;
			if (error.message !== said) console.error((said = error.message));
		}
		return details;
	};
}

/** On this machine only: a draft is nobody else's business. */
async function listen(site: Server, port: number): Promise<void> {
	site.listen(port, '127.0.0.1');
	try {
		await once(site, 'listening');
	} catch (error) {
		const { code } = error as NodeJS.ErrnoException;
		const reason = code === 'EADDRINUSE' ? `Something else is using port ${port}, perhaps another preview` : `Port ${port} cannot be used (${code})`;
		throw new CannotRun(`${reason}. Close it, or choose another: --port ${port < 65535 ? port + 1 : 4001}`);
	}
}

const OPENERS: Partial<Record<NodeJS.Platform, string[]>> = { darwin: ['open'], win32: ['cmd', '/c', 'start', ''] };

function openBrowser(address: string): void {
	const [command, ...args] = OPENERS[process.platform] ?? ['xdg-open'];
	const failed = () => console.log(`No browser could be opened. Open ${address} yourself.`);
	const opening = spawn(command!, [...args, address], { stdio: 'ignore' });
	// The opener may be missing, or be there and find no browser.
	opening.on('error', failed).on('exit', (code) => code && failed());
}
