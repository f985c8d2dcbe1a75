import { begin, closeFrame, exit, finished, goThrough, press } from './package-host/learner.ts';
import { editionOf } from './package-host/edition.ts';
import type { Arrangement } from './package-host/server.ts';
import type { Config } from './package-host/lms.ts';
import { expect, test } from './package-host/test.ts';

/** The API calls that a module may make: 60 for 8 pages and 6 questions, and for each more what it takes to keep it; SCORM 2004 hears with each page how much is done. */
const allowance = ({ pages, answers }: { pages: number; answers: number }, standard: Config['standard']) => 60 + (standard ? 4 : 3) * (pages - 8) + 2 * (answers - 6);

test.describe('a module can be completed', () => {
	const PLACES: [where: string, module: string, Arrangement, Config][] = [
		['a strict LMS, in a frame', 'working-alongside-peers', 'frame', {}],
		["ESR's adapter, in nested frames", 'managing-triggers', 'nested', { profile: 'esr' }],
		['the Learning Hub, in a frame of a pop-up', 'small', 'pop-up with a frame', { profile: 'learning-hub', booleans: true, both: true }],
		['scorm-again, in a pop-up', 'small', 'pop-up', { lms: 'scorm-again' }],
		['a strict LMS, with 8 pages and 6 questions', 'sample', 'frame', {}],
		['a strict LMS', 'sample', 'frame', { standard: 'scorm-2004-4' }],
		['scorm-again, in a pop-up', 'small', 'pop-up', { standard: 'scorm-2004-3', lms: 'scorm-again' }],
		['Moodle, in nested frames', 'managing-triggers', 'nested', { standard: 'scorm-2004-4', profile: 'moodle', ignoresReturns: true }],
		['an LMS with both APIs, in a frame of a pop-up', 'small', 'pop-up with a frame', { standard: 'scorm-2004-4', both: true }],
		['an LMS that keeps the page waiting for each commit', 'small', 'frame', { standard: 'scorm-2004-3', slow: 300 }],
		['an LMS that answers with no strings', 'small', 'frame', { standard: 'scorm-2004-4', wrongTypes: true }]
	];
	for (const [where, module, arrangement, config] of PLACES) {
		const { name, elements, done } = editionOf(config.standard);
		test(`by ${name} in ${where}: ${module}`, async ({ launch }) => {
			const launched = await launch(module, arrangement, config);
			const { training, seen } = launched;
			await begin(training);
			const size = await goThrough(training);
			if (module === 'sample') expect(size).toEqual({ pages: 8, answers: 6 });
			await expect(training.getByRole('heading', { name: 'Module complete' })).toBeVisible();
			await expect(training.getByText('Your learning system has been told that you completed this module.')).toBeVisible();
			// ESR's adapter finds its own way by what it put into the address.
			expect(await training.locator('html').evaluate(() => location.search)).toBe('?LMS_URL=x');
			await exit(training.getByRole('button', { name: 'Save and exit' }).last());
			await finished(launched);
			const { calls, astray, findings, snapshot } = await seen();
			expect(findings).toEqual([]);
			expect(astray).toEqual([]);
			expect(calls.filter(({ answer }) => ['false', 'threw'].includes(answer))).toEqual([]);
			expect(snapshot).toMatchObject(done);
			expect(snapshot[elements.state]!.length).toBeLessThan(4096);
			expect(calls.length).toBeLessThanOrEqual(allowance(size, config.standard));
			test.info().annotations.push({ type: 'figures', description: `${size.pages} pages, ${size.answers} answers, ${calls.length} calls, ${snapshot[elements.state]!.length} characters of state` });
		});
	}
});

for (const config of [{ standard: 'scorm-1.2' }, { standard: 'scorm-2004-4' }, { standard: 'scorm-1.2', afterCompletion: 'afresh' }] as const) {
	const { name, done, elements, names } = editionOf(config.standard);
	const afresh = 'afterCompletion' in config;
	test(`a module that is complete can be opened again (${name}${afresh ? ', as the Learning Hub brings it back' : ''})`, async ({ launch }) => {
		const first = await launch('small', 'frame', config);
		await begin(first.training);
		await goThrough(first.training);
		await closeFrame(first);
		const { snapshot: saved } = await first.seen();
		expect(saved).toMatchObject(done);

		const second = await launch('small', 'frame', { ...config, saved });
		const { training } = second;
		await expect(training.getByRole('status')).toContainText('Saved');
		if (afresh) await press(training, 'Start now');
		else {
			await expect(training.getByText('You have completed this module.')).toBeVisible();
			await press(training, 'Read again');
		}
		await expect(training.getByRole('heading', { level: 1, name: 'Hello' })).toBeFocused();
		await press(training, 'Continue');
		await closeFrame(second);
		const { calls, findings, snapshot } = await second.seen();
		expect(findings).toEqual([]);
		if (afresh) return;
		expect(snapshot).toMatchObject(done);
		expect(calls.filter(({ name, arguments: [element] }) => name === names.set && element === elements.status)).toEqual([]);
	});
}
