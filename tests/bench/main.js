// `npm run bench`: what a package costs to make, to carry and to open, and what an author waits for,
// each figure beside a bare limit measured in the same run. The machine decides the absolute figures; the ratio is what counts.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { strFromU8, unzipSync, zipSync } from 'fflate';
import { measureAuthoring } from './authoring.js';
import { openPackage } from './browser.js';
import { writeSample } from './sample.js';
import { measureServing } from './serving.js';

const CLI = 'build/cli/main.js';
const RUNS = 9;
const COPIES = 21;
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
function program(args) {
	const runs = Array.from({ length: RUNS }, () => measure(args));
	return { ms: median(runs.map(({ ms }) => ms)), mb: median(runs.map(({ mb }) => mb)) };
}

function row(name, ours, bare, must) {
	const ratio = typeof bare === 'number' && bare > 0 ? (ours / bare).toFixed(1) : '';
	const show = (value) => (typeof value === 'number' ? String(Math.round(value * 10) / 10) : value);
	console.log([name.padEnd(46), show(ours).padStart(9), show(bare).padStart(9), ratio.padStart(7), `  ${must}`].join(' '));
}

if (!existsSync(CLI)) {
	console.error('There is no build yet. Run "npm run build" first.');
	process.exit(2);
}
// `npm run bench -- serving` measures this part alone.
if ([undefined, 'serving'].includes(process.argv[2])) await measureServing(row);
if (process.argv[2] === 'serving') process.exit();
const work = mkdtempSync(join(tmpdir(), 'alongside-bench-'));
try {
	const sample = writeSample(work, 'measured');
	const copies = Array.from({ length: COPIES }, (_, index) => writeSample(work, `measured-${index}`));
	const out = join(work, 'out');

	const one = program([CLI, 'package', sample, '--out', out]);
	const many = program([CLI, 'package', ...copies, '--out', out]);
	const zip = readFileSync(join(out, readdirSync(out).find((name) => /^measured-[0-9a-f]{8}-scorm/.test(name))));
	const files = unzipSync(zip);

	// Bare limit for making: the same bytes through the same zip library, and nothing else.
	const bareScript = join(work, 'bare.mjs');
	const fflate = join(process.cwd(), 'node_modules/fflate/esm/index.mjs');
	writeFileSync(join(work, 'bare.zip'), zip);
	writeFileSync(bareScript, `import { unzipSync, zipSync } from ${JSON.stringify(fflate)}; import { readFileSync, writeFileSync } from 'node:fs';
const files = unzipSync(readFileSync(${JSON.stringify(join(work, 'bare.zip'))}));
for (let i = 0; i < Number(process.argv[2]); i++) writeFileSync(${JSON.stringify(join(work, 'again.zip'))}, zipSync(files, { level: 9 }));`);
	const bareOne = program([bareScript, '1']);
	const bareMany = program([bareScript, String(COPIES)]);
	// Bare limit for carrying: the page alone, without script, styles or control documents.
	const page = strFromU8(files['index.html']).replace(/<script type="application\/json"[\s\S]*?<\/script>/, '');
	const bareZip = zipSync({ 'index.html': new TextEncoder().encode(page) }, { level: 9 }).length / 1024;

	const npx = (() => {
		const started = performance.now();
		spawnSync('npx', ['alongside', 'package', sample, '--out', out]);
		return performance.now() - started;
	})();
	const control = Object.keys(files).filter((name) => name.endsWith('.xsd'));
	const media = Object.keys(files).filter((name) => name.startsWith('media/'));
	const gz = (name) => gzipSync(files[name], { level: 9 }).length / 1024;
	const sources = readFileSync(join(sample, 'module.md'), 'utf8');

	console.log(`One module: 8 pages, ${sources.split(/\s+/).length} words with its marks, 6 questions, 2 images. Medians of ${RUNS} runs, Node ${process.versions.node}.\n`);
	console.log(['Package'.padEnd(46), 'ours'.padStart(9), 'bare'.padStart(9), 'ratio'.padStart(7), '  must reach'].join(' '));
	row('make one, whole process (ms)', one.ms, bareOne.ms, '<= 600');
	row('make one through npx (ms, one run)', npx, '', 'printed only');
	row('each further one in the process (ms)', (many.ms - one.ms) / (COPIES - 1), (bareMany.ms - bareOne.ms) / (COPIES - 1), '<= 40');
	row('peak memory (MB)', one.mb, bareOne.mb, '<= 150');
	row('zip without media (KB)', (zip.length - media.reduce((sum, name) => sum + files[name].length, 0)) / 1024, bareZip, '<= 90');
	row('files besides control documents and media', Object.keys(files).length - control.length - media.length, 1, '<= 12');
	row('JavaScript, gzipped (KB)', gz('player.js'), 0, '<= 30');
	row('CSS, gzipped (KB)', gz('player.css'), 0, '<= 12');

	const opened = await openPackage(files, page);
	if (!opened) console.log('\nNo Chromium was found, so requests and paint were not measured. Set CHROMIUM to its path.');
	else {
		row('requests, images left out', opened.ours.requests, opened.bare.requests, '<= 8');
		row('first contentful paint (ms)', opened.ours.paint, opened.bare.paint, '<= 150');
		row('interactive: Start now can be pressed (ms)', opened.ours.interactive, opened.bare.interactive, '<= 250');
		row('layout shift', opened.ours.shift, opened.bare.shift, '0');
	}

	console.log(`\n${['Authoring'.padEnd(46), 'ours'.padStart(9), 'bare'.padStart(9), 'ratio'.padStart(7), '  must reach'].join(' ')}`);
	await measureAuthoring(row, program, CLI);
} finally {
	rmSync(work, { recursive: true, force: true });
}
