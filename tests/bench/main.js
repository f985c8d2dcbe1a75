// `npm run bench`: what a package costs to make, to carry and to open, and what an author waits for,
// each figure beside a bare limit measured in the same run. The machine decides the absolute figures; the ratio is what counts.
// `npm run bench -- packages`, `-- authoring`, `-- serving`, `-- lighthouse` or `-- pages` measures one of them;
// `-- memory` asks for 200,000 pages, which takes minutes, and is measured only when it is named.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { measureAuthoring } from './authoring.js';
import { askLighthouse } from './lighthouse.js';
import { measurePackages } from './packages.js';
import { lookAtPages } from './pages.js';
import { measureMemory, measureServing } from './serving.js';

const CLI = 'build/cli/main.js';
const RUNS = 9;
/** Prints the most memory that a process took, in KB, when it ends. */
const WATCH = 'data:text/javascript,process.on("exit",()=>process.stderr.write(`\\nKB ${process.resourceUsage().maxRSS}`))';

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

/** Runs a program from start to end: its time in ms and its memory in MB. */
function measure(args) {
	const started = performance.now();
	const { status, stderr } = spawnSync(process.execPath, ['--import', WATCH, ...args], { encoding: 'utf8' });
	const ms = performance.now() - started;
	if (status !== 0) throw new Error(stderr);
	return { ms, mb: Number(/KB (\d+)/.exec(stderr)[1]) / 1024 };
}

/** The median of several runs of a whole program. */
function program(args, times = RUNS) {
	const runs = Array.from({ length: times }, () => measure(args));
	return { ms: median(runs.map(({ ms }) => ms)), mb: median(runs.map(({ mb }) => mb)) };
}

function head(name) {
	console.log(`\n${[name.padEnd(58), 'ours'.padStart(10), 'bare'.padStart(9), 'ratio'.padStart(7), '  must reach'].join(' ')}`);
}

function row(name, ours, bare, must) {
	const ratio = typeof bare === 'number' && bare > 0 ? (ours / bare).toFixed(1) : '';
	const show = (value) => (typeof value === 'number' ? String(Math.round(value * 10) / 10) : value);
	console.log([name.padEnd(58), show(ours).padStart(10), show(bare).padStart(9), ratio.padStart(7), `  ${must}`].join(' '));
}

const [part] = process.argv.slice(2);
if (!existsSync(CLI)) {
	console.error('There is no build yet. Run "npm run build" first.');
	process.exit(2);
}
const wants = (name) => part === undefined || part === name;
const work = mkdtempSync(join(tmpdir(), 'alongside-bench-'));
try {
	if (wants('serving')) await measureServing(row);
	if (part === 'memory') {
		head('Memory');
		await measureMemory(row);
	}
	if (wants('lighthouse')) {
		head('Lighthouse, throttled phone, median of 5');
		await askLighthouse(row);
	}
	if (wants('pages')) await lookAtPages();
	if (wants('packages')) {
		console.log(`One module: 8 pages, 1,566 words, 6 questions, 2 images. Medians of ${RUNS} runs, Node ${process.versions.node}.`);
		head('Package');
		await measurePackages({ row, program, cli: CLI, work });
		console.log('\nEvery module in every standard');
		spawnSync(process.execPath, [CLI, 'preflight', '--all'], { stdio: 'inherit' });
	}
	if (wants('authoring')) {
		head('Authoring');
		await measureAuthoring(row, program, CLI);
	}
} finally {
	rmSync(work, { recursive: true, force: true });
}
