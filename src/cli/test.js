// `npm test`: does what is missing, then checks types and runs every test.
// See prepare.js for why this is written for an old Node.
import { join } from 'path';
import { findChromium } from './chromium.js';
import { CannotGoOn, npm, prepare, run, runMain } from './prepare.js';

const root = join(String(process.argv[1]), '..', '..', '..');

/** In this order, since each is slower than the one before. */
const STEPS = [
	{ name: 'types', title: 'types', command: npm('run', '--silent', 'check') },
	{ name: 'unit', title: 'unit tests', command: [process.execPath, 'node_modules/vitest/vitest.mjs', 'run'] },
	{
		name: 'browser',
		title: 'browser journeys',
		command: [process.execPath, 'node_modules/@playwright/test/cli.js', 'test', '-c', 'tests/browser/playwright.config.ts']
	}
];

/**
 * Everything, or the one step that is named, which gets whatever stands after its name.
 * @param {string[]} args
 */
function chosen([name, ...rest]) {
	if (name === undefined) return STEPS;
	const step = STEPS.find((step) => step.name === name);
	if (!step) {
		const narrowed = STEPS.map(({ name }) => `"npm test -- ${name}"`).join(', ');
		throw new CannotGoOn(`There is no "${name}" to test. Use "npm test" for everything, or ${narrowed}.`);
	}
	return [Object.assign({}, step, { command: step.command.concat(rest) })];
}

async function main() {
	const options = { verbose: process.argv.includes('--verbose') };
	const steps = chosen(process.argv.slice(2).filter((argument) => argument !== '--verbose'));
	await prepare(root, options);

	const env = Object.assign({}, process.env);
	if (steps.some(({ name }) => name === 'browser')) env.CHROMIUM = await findChromium(root, options);
	/** @type {string[]} */
	const passed = [];
	for (const [index, { title, command }] of steps.entries()) {
		console.log(`\n— ${title} —`);
		const { code } = await run(command, { cwd: root, env });
		if (code !== 0) {
			const left = steps.slice(index + 1).map((step) => step.title);
			console.log(`\nFailed: ${title}.${list(' Passed', passed)}${list(' Not run', left)}`);
			return 1;
		}
		passed.push(title);
	}
	console.log(`\n${list('Passed', passed)}${env.CHROMIUM ? ` Browser: ${env.CHROMIUM}.` : ''}`);
	return 0;
}

/**
 * @param {string} label
 * @param {string[]} titles
 */
function list(label, titles) {
	return titles.length > 0 ? `${label}: ${titles.join(', ')}.` : '';
}

runMain(main);
