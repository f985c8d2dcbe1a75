// What an author waits for: the check of every module, an update of the preview, and how the time
// grows with the text. The compiler's own code is run as it is, through Vite.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { load } from './load.js';

const RUNS = 15;
const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

/** The median time of `work` in ms, once it is warm. */
async function time(work, runs = RUNS) {
	await work();
	const taken = [];
	for (let run = 0; run < runs; run += 1) {
		const started = performance.now();
		await work();
		taken.push(performance.now() - started);
	}
	return median(taken);
}

const HEAD = '---\ntitle: T\nsummary: S\naudience: all-staff\nstage: ongoing\nminutes: 5\noutcomes:\n  - a\nsources:\n  - b\n---\n\n';

/** Texts that could make a reader slow, each as a function of how much of it there is. */
const SHAPES = {
	'pages of prose': (size) => '# Page {#p%}\n\nSome people like to know what is hard for them. Others would rather not, and both are fine.\n\n'.repeat(size / 100).replace(/%/g, () => (counter += 1)),
	'questions': (size) => `# Page\n\n${':::question\nid: q-%\n\nWho decides what you share?\n\n- [x] you\n  > Yes, and you can change your mind.\n- [ ] your manager\n  > They can help you to decide.\n:::\n\n'.repeat(size / 150).replace(/%/g, () => (counter += 1))}`,
	'blocks that nobody closes': (size) => `# Page\n\n${':::callout\nText\n\n'.repeat(size / 17)}`,
	'lists inside lists': (size) => `# Page\n\n${`${Array.from({ length: 12 }, (_, depth) => `${'  '.repeat(depth)}- item\n`).join('')}\n`.repeat(size / 220)}`,
	'tables': (size) => `# Page\n\n${'| a | b |\n| - | - |\n| c | d |\n\n'.repeat(size / 31)}`,
	'stars and brackets': (size) => `# Page\n\n${'*a **b [c](d *e\n\n'.repeat(size / 17)}`
};
let counter = 0;

/** Prints the figures; `row` prints one. */
export async function measureAuthoring(row, program, cli) {
	const { check } = await load('src/lib/progress/check.ts');
	const { renderFolder } = await load('src/cli/preview/rendering.ts');
	const folders = readdirSync('modules', { withFileTypes: true })
		.filter((entry) => entry.isDirectory() && readdirSync(join('modules', entry.name)).includes('module.md'))
		.map(({ name }) => join('modules', name));
	const texts = folders.map((folder) => ({ folder, text: readFileSync(join(folder, 'module.md'), 'utf8') }));
	const largest = texts.reduce((a, b) => (a.text.length > b.text.length ? a : b));
	const kilobytes = texts.reduce((sum, { text }) => sum + text.length, 0) / 1024;
	const compile = (text) => check({ slug: 'measured', file: 'module.md', text, files: new Map() });

	row(`check all ${folders.length} modules, whole process (ms)`, program([cli, 'check']).ms, program(['-e', '']).ms, '<= 1500');
	row('compile and check, per KB of module (ms)', (await time(() => texts.forEach(({ text }) => compile(text)))) / kilobytes, '', 'printed only');
	// A save changes the text, so nothing may be taken from the last time.
	const work = mkdtempSync(join(tmpdir(), 'alongside-preview-'));
	try {
		let save = 0;
		const update = () => {
			writeFileSync(join(work, 'module.md'), `${largest.text}\nSaved ${(save += 1)} times.\n`);
			return renderFolder(work, {}, new Date());
		};
		row(`preview's own work, largest module (${Math.round(largest.text.length / 1024)} KB, ms)`, await time(update), '', '<= 100');
	} finally {
		rmSync(work, { recursive: true, force: true });
	}

	console.log('\nTime of the check as a text grows (ms), and how much longer twice the text takes');
	for (const [name, write] of Object.entries(SHAPES)) {
		const times = [];
		for (const size of [25_000, 50_000, 100_000, 200_000]) times.push(await time(() => compile(HEAD + write(size)), 3));
		const growth = times.slice(1).map((taken, index) => (taken / times[index]).toFixed(1));
		console.log(`${name.padEnd(46)} ${times.map((taken) => taken.toFixed(0).padStart(6)).join('')}   x ${growth.join(', x ')}`);
	}
}
