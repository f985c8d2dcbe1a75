import { unzipSync } from 'fflate';
import { downloadPackage, signIn } from '../site.ts';
import { ANSWERING, answeringAsPeer } from './blocks/answering.ts';
import { DRAGGING } from './blocks/dragging.ts';
import { EVERY_BLOCK, FOR_PEERS, LENT } from './blocks/every-block.ts';
import { test, visit } from './blocks/on-site.ts';
import { PLAYING, READING } from './blocks/reading.ts';
import { BOTH_WAYS, expect, rows } from './site/journey.ts';

for (const { scripts, javaScriptEnabled } of BOTH_WAYS) {
	test.describe(scripts, () => {
		test.use({ javaScriptEnabled, actionTimeout: 10_000 });
		for (const [what, body] of Object.entries({ ...ANSWERING, ...READING, ...(javaScriptEnabled ? PLAYING : {}) })) {
			test(what, async ({ learner, context, watch }) => {
				watch.expected.push(/status of 400/);
				await body(learner, context);
			});
		}

		test.describe('for peer workers', () => {
			test.use({ module: FOR_PEERS });
			test('that something was answered is kept, and not how', async ({ learner, watch }) => {
				watch.expected.push(/status of 400/);
				await answeringAsPeer(learner);
			});
		});
	});
}

test.describe('dragging', () => {
	test.use({ hasTouch: true, actionTimeout: 10_000 });
	for (const [what, body] of Object.entries(DRAGGING)) test(what, ({ learner }) => body(learner));
});

test('what is chosen before scripts have started stays chosen', async ({ page, enter }) => {
	await enter('nurse');
	let start = () => {};
	const started = new Promise<void>((done) => (start = done));
	await page.route('**/_app/**/*.js', (route) => started.then(() => route.continue()));
	await page.goto(`/modules/${EVERY_BLOCK}/page/who-does-what`, { waitUntil: 'commit' });
	const select = page.getByLabel('peer trainer');
	await select.selectOption('plans and gives courses');
	start();
	await page.locator('#svelte-announcer').waitFor({ state: 'attached' });
	expect(await select.evaluate((element: HTMLSelectElement) => element.selectedOptions[0]!.label)).toBe('plans and gives courses');
});

test('a file is answered with the part that is asked for', async ({ site }) => {
	const learner = await signIn(site, 'nurse');
	const file = (name: string, range?: string) => learner.get(`/modules/${EVERY_BLOCK}/page/media/${name}`, { headers: range ? { range } : {} });
	const whole = await file('kettle.mp4');
	const bytes = new Uint8Array(await whole.arrayBuffer());
	expect([whole.status, whole.headers.get('accept-ranges'), whole.headers.get('content-length'), whole.headers.get('content-type')]).toEqual([200, 'bytes', String(bytes.length), 'video/mp4']);
	const part = await file('kettle.mp4', 'bytes=10-19');
	expect([part.status, part.headers.get('content-range'), part.headers.get('content-length')]).toEqual([206, `bytes 10-19/${bytes.length}`, '10']);
	expect(new Uint8Array(await part.arrayBuffer())).toEqual(bytes.slice(10, 20));
	const beyond = await file('kettle.mp4', `bytes=${bytes.length}-`);
	expect([beyond.status, beyond.headers.get('content-range')]).toEqual([416, `bytes */${bytes.length}`]);
	expect((await file('kettle.mp4', 'nonsense')).status).toBe(200);
});

test('a voice that was withdrawn, or is over, is not on the site, nor is its recording, nor are they in its packages', async ({ page, enter, site }) => {
	await enter('nurse');
	await visit(page, `/modules/${LENT}/page/voices`);
	await expect(page.getByText('Some of these people have changed their minds.')).toBeVisible();
	expect(await page.content()).not.toContain('These words are');
	const learning = await signIn(site, 'learning');
	for (const words of ['withdrawn', 'over', 'lent']) expect((await learning.get(`/modules/${LENT}/page/media/${words}.mp3`)).status).toBe(404);
	const [{ hash }] = rows(site, 'SELECT current_version AS hash FROM module WHERE slug = ?', LENT) as [{ hash: string }];
	const versions = `/modules/${LENT}/versions`;
	for (const words of ['withdrawn', 'over', 'lent']) expect((await learning.get(`${versions}/${hash}/media/${words}.mp3`)).status).toBe(404);
	const text = await (await learning.get(`${versions}/${hash}/text`)).text();
	expect(text).toContain('Some of these people have changed their minds.');
	expect(text).not.toContain('These words are');
	const zip = await downloadPackage(learning, LENT);
	const files = unzipSync(new Uint8Array(await zip.arrayBuffer()));
	expect(Object.keys(files).filter((name) => name.startsWith('media/'))).toEqual([]);
	expect(new TextDecoder().decode(files['index.html'])).not.toContain('These words are');
});
