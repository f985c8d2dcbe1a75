import { test, expect } from './site/journey.ts';
import { signIn } from '../site.ts';
test('shots', async ({ page, enter, site, watch }) => {
	watch.expected.push(/400/);
	test.setTimeout(120000);
	await enter('learning');
	const shot = async (name: string) => {
		for (const [w, h] of [[1280, 900], [320, 640]] as const) {
			await page.setViewportSize({ width: w, height: h });
			await page.screenshot({ path: `/tmp/pk/${name}-${w}.png`, fullPage: true });
		}
	};
	await page.goto('/packages');
	await shot('list-empty');
	await page.goto('/packages/working-alongside-peers');
	await shot('form');
	await page.getByLabel('Moodle or Totara').check();
	const t = Date.now();
	await page.getByRole('button', { name: 'Make the package' }).click();
	await page.waitForURL(/\/\d+$/);
	console.log('made in', Date.now() - t);
	await shot('made');
	await page.getByRole('link', { name: /on one page/ }).click();
	await shot('guide');
	await page.emulateMedia({ media: 'print' });
	await page.pdf({ path: '/tmp/pk/guide.pdf', format: 'A4' });
	await page.emulateMedia({ media: 'screen' });
	await page.goto('/packages/managing-triggers');
	await page.getByLabel('Standard').selectOption('scorm-1.2');
	await page.getByLabel('Size of its window').fill('huge');
	await page.getByRole('button', { name: 'Make the package' }).click();
	await shot('errors');
	await page.goto('/packages');
	await page.getByLabel('I have read this').check();
	const c = await signIn(site, 'nurse');
	let worst = 0, going = true;
	const loop = (async () => { while (going) { const s = performance.now(); await (await c.get('/support')).text(); worst = Math.max(worst, performance.now() - s); } })();
	await page.getByRole('button', { name: 'Make all' }).click();
	await shot('progress');
	const s = Date.now();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Packages are made', { timeout: 60000 });
	console.log('all after', Date.now() - s);
	going = false; await loop;
	console.log('worst wait of a learner', worst);
	await shot('progress-done');
	await page.goto('/packages');
	await shot('list');
	console.log(site.log().split('\n').filter((l) => /"level":(40|50)/.test(l)).join('\n'));
});
