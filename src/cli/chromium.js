// See prepare.js for why this is written for an old Node.
import { existsSync } from 'fs';
import { join } from 'path';
import { CannotGoOn, run } from './prepare.js';

const { LOCALAPPDATA = '', PROGRAMFILES = '', HOME = '' } = process.env;

/** Where systems keep Chromium, or a browser that is made from it. */
const PLACES = [
	'/usr/bin/chromium',
	'/usr/bin/chromium-browser',
	'/usr/bin/google-chrome',
	'/usr/bin/google-chrome-stable',
	'/snap/bin/chromium',
	'/Applications/Chromium.app/Contents/MacOS/Chromium',
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
	join(HOME, 'Applications/Google Chrome.app/Contents/MacOS/Google Chrome'),
	join(PROGRAMFILES, 'Google\\Chrome\\Application\\chrome.exe'),
	join(LOCALAPPDATA, 'Google\\Chrome\\Application\\chrome.exe'),
	join(LOCALAPPDATA, 'Chromium\\Application\\chrome.exe')
];

/**
 * The program of a Chromium that runs, for the journeys in a browser: the one
 * that CHROMIUM names, or else the system's, or else Playwright's, or else one
 * that is installed now.
 * @param {string} root the folder of package.json
 * @param {{ verbose: boolean }} options
 * @returns {Promise<string>}
 */
export async function findChromium(root, { verbose }) {
	const named = process.env.CHROMIUM;
	if (named) {
		if (await runs(named, root)) return named;
		throw new CannotGoOn(`CHROMIUM is "${named}", which does not run: set it to the program of a Chromium or Chrome, or leave it out.`);
	}
	for (const place of PLACES.concat(await playwrightsOwn(root))) {
		if (await runs(place, root)) return place;
	}

	console.log('Getting Chromium for the browser journeys (about a minute the first time) …');
	const playwright = await run([process.execPath, cliOfPlaywright(root), 'install', 'chromium'], { cwd: root, quiet: !verbose });
	const own = await playwrightsOwn(root);
	if (playwright.code === 0 && (await runs(own, root))) return own;
	if (process.getuid && process.getuid() === 0 && existsSync('/usr/bin/apt-get')) {
		const env = Object.assign({}, process.env, { DEBIAN_FRONTEND: 'noninteractive' });
		await run(['apt-get', 'update'], { cwd: root, quiet: !verbose, env });
		await run(['apt-get', 'install', '-y', 'chromium'], { cwd: root, quiet: !verbose, env });
		if (await runs('/usr/bin/chromium', root)) return '/usr/bin/chromium';
	}
	throw new CannotGoOn(
		`${playwright.output}\nThe browser journeys need Chromium: install it, or set CHROMIUM to its program, and run the command again.`.trim()
	);
}

/**
 * Whether `program` is there and starts: a download may lack the system's
 * libraries, and Ubuntu has a chromium-browser that only asks for a snap.
 * @param {string} program
 * @param {string} root
 */
async function runs(program, root) {
	if (!program || !existsSync(program)) return false;
	// On Windows `--version` would open a window.
	if (process.platform === 'win32') return true;
	return (await run([program, '--version'], { cwd: root, quiet: true })).code === 0;
}

/**
 * Where Playwright keeps, or would keep, its own.
 * @param {string} root
 */
async function playwrightsOwn(root) {
	const script = "import('@playwright/test').then(({ chromium }) => console.log(chromium.executablePath()))";
	const { code, output } = await run([process.execPath, '-e', script], { cwd: root, quiet: true });
	return code === 0 ? output.trim() : '';
}

/** @param {string} root */
function cliOfPlaywright(root) {
	return join(root, 'node_modules/@playwright/test/cli.js');
}
