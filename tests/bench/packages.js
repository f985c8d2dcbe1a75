// What a package costs to make, to carry and to open, and what it says to a learning system.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { strFromU8, unzipSync, zipSync } from 'fflate';
import { openPackage } from './browser.js';
import { load } from './load.js';
import { writeSample } from './sample.js';

const COPIES = 21;
const STANDARDS = ['scorm-1.2', 'scorm-2004-3', 'scorm-2004-4'];
/** The most KB without media; IMS asks that its notice of 4 KB stands in each of 10 control documents of the 3rd edition. */
const MOST = { 'scorm-1.2': 90, 'scorm-2004-3': 100, 'scorm-2004-4': 90, html: 90 };

/** The one package that stands in a folder under a name like this. */
const read = (out, pattern) => readFileSync(join(out, readdirSync(out).find((name) => pattern.test(name))));

/** Prints the figures into a table whose head stands already; `row` prints one. */
export async function measurePackages({ row, program, cli, work }) {
	const sample = writeSample(work, 'measured');
	const copies = Array.from({ length: COPIES }, (_, index) => writeSample(work, `measured-${index}`));
	const out = join(work, 'out');
	const one = program([cli, 'package', sample, '--out', out]);
	const many = program([cli, 'package', ...copies, '--out', out]);
	const zip = read(out, /^measured-[0-9a-f]{8}-scorm/);
	const files = unzipSync(zip);

	// Bare limit for making: the same bytes through the same zip library, and nothing else.
	const bareScript = writeBare(work);
	const bareFolder = join(work, 'bare');
	mkdirSync(bareFolder);
	writeFileSync(join(bareFolder, 'one.zip'), zip);
	const bareOne = program([bareScript, bareFolder, '1']);
	const bareMany = program([bareScript, bareFolder, String(COPIES)]);
	// Bare limit for carrying: the page alone, without script, styles or control documents.
	const page = strFromU8(files['index.html']).replace(/<script type="application\/json"[\s\S]*?<\/script>/, '');
	const bareZip = zipSync({ 'index.html': new TextEncoder().encode(page) }, { level: 9 }).length / 1024;
	const npx = (() => {
		const started = performance.now();
		spawnSync('npx', ['alongside', 'package', sample, '--out', out]);
		return performance.now() - started;
	})();
	const gz = (name) => gzipSync(files[name], { level: 9 }).length / 1024;
	const names = Object.keys(files);

	row('make one, whole process (ms)', one.ms, bareOne.ms, '<= 600');
	row('make one through npx (ms, one run)', npx, '', 'printed only');
	row('each further one in the process (ms)', (many.ms - one.ms) / (COPIES - 1), (bareMany.ms - bareOne.ms) / (COPIES - 1), '<= 40');
	row('peak memory (MB)', one.mb, bareOne.mb, '<= 150');
	for (const standard of [...STANDARDS, 'html']) {
		const [first, second] = ['once', 'twice'].map((time) => {
			const to = join(work, time, standard);
			spawnSync(process.execPath, [cli, 'package', sample, '--standard', standard, '--out', to]);
			return read(to, /\.zip$/);
		});
		row(`${standard}: zip without media (KB)`, (first.length - mediaOf(unzipSync(first))) / 1024, bareZip, `<= ${MOST[standard]}`);
		row(`${standard}: the same bytes twice`, first.equals(second) ? 'yes' : 'NO', '', 'yes');
	}
	row('files besides control documents and media', names.filter((name) => !name.endsWith('.xsd') && !name.startsWith('media/')).length, 1, '<= 12');
	row('JavaScript, gzipped (KB)', gz('player.js'), 0, '<= 30');
	row('CSS, gzipped (KB)', gz('player.css'), 0, '<= 12');
	await measureAll({ row, program, cli, work, bareScript });
	await measureTalk({ row, cli, work });
	await measureOpening({ row, files, page });
}

const mediaOf = (files) => Object.entries(files).reduce((sum, [name, bytes]) => sum + (name.startsWith('media/') ? bytes.length : 0), 0);

/** A program that compresses what is in the zips of a folder so many times, and does nothing else. */
function writeBare(work) {
	const path = join(work, 'bare.mjs');
	const fflate = join(process.cwd(), 'node_modules/fflate/esm/index.mjs');
	writeFileSync(path, `import { unzipSync, zipSync } from ${JSON.stringify(fflate)}; import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
const [, , folder, times] = process.argv;
for (const name of readdirSync(folder).filter((name) => name.endsWith('.zip'))) {
const files = unzipSync(readFileSync(folder + '/' + name));
for (let i = 0; i < Number(times); i++) writeFileSync(folder + '/' + name + '.again', zipSync(files, { level: 9 }));
}`);
	return path;
}

/** Every module that we ship, in every standard of SCORM. */
async function measureAll({ row, program, cli, work, bareScript }) {
	let [ours, bare, made] = [0, 0, 0];
	for (const standard of STANDARDS) {
		const out = join(work, 'all', standard);
		ours += program([cli, 'package', '--all', '--standard', standard, '--out', out], 3).ms;
		bare += program([bareScript, out, '1'], 3).ms;
		made += readdirSync(out).filter((name) => name.endsWith('.zip')).length;
	}
	row(`all modules x ${STANDARDS.length} standards, ${made} packages, from Markdown (ms)`, ours, bare, 'printed only');
	const { making } = await load('tests/bench/making.js');
	const { make, compress } = await making(STANDARDS);
	row('the same from what is compiled, in one process (ms)', make, compress, 'ratio <= 3');
}

async function measureTalk({ row, cli, work }) {
	const { playToTheEnd } = await load('tests/bench/plays.js');
	const longer = writeSample(work, 'longer', 18);
	for (const standard of ['scorm-1.2', 'scorm-2004-4']) {
		const zips = ['measured', 'longer'].map((name) => {
			const out = join(work, 'talk', name, standard);
			spawnSync(process.execPath, [cli, 'package', name === 'longer' ? longer : join(work, name), '--standard', standard, '--out', out]);
			return read(out, /\.zip$/);
		});
		const [few, many] = await Promise.all(zips.map((zip) => playToTheEnd(zip, standard)));
		row(`${standard}: API calls to finish`, few.calls, 0, '<= 60');
		row(`${standard}: answers not committed at once`, few.late + many.late, '', '0');
		row(`${standard}: status at launch, and at the end`, few.atLaunch, few.atEnd, 'incomplete, completed');
		row(`${standard}: answers lost in a crash after 3`, few.lost, '', '0');
		row(`${standard}: longest suspend_data, ${few.questions} questions (chars)`, few.longestState, '', 'printed only');
		row(`${standard}: longest suspend_data, ${many.questions} questions (chars)`, many.longestState, '', '< 4096');
		row(`${standard}: characters for each further question`, (many.longestState - few.longestState) / (many.questions - few.questions), '', '<= 15');
		row(`${standard}: data-model errors`, few.errors + many.errors, '', '0');
	}
}

async function measureOpening({ row, files, page }) {
	const opened = await openPackage(files, page);
	if (!opened) return console.log('\nNo Chromium was found, so requests and paint were not measured. Set CHROMIUM to its path.');
	const { ours, bare, oursFarAway, bareFarAway, axe } = opened;
	row('requests, images left out', ours.requests, bare.requests, '<= 8');
	row('first contentful paint (ms)', ours.paint, bare.paint, '<= 150');
	row('interactive: Start now can be pressed (ms)', ours.interactive, bare.interactive, '<= 250');
	row('1.6 Mbit/s, 150 ms, CPU x4: first paint (ms)', oursFarAway.paint, bareFarAway.paint, '<= 800');
	row('1.6 Mbit/s, 150 ms, CPU x4: interactive (ms)', oursFarAway.interactive, bareFarAway.interactive, '<= 1200');
	row('layout shift', ours.shift, bare.shift, '0');
	row(`axe, WCAG 2.2 AA, ${axe.parts} parts: kinds / instances`, `${axe.kinds} / ${axe.instances}`, '', '0 / 0');
}
