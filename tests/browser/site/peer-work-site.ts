import { copyFileSync, cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { startSite, type Site } from '../../site.ts';
import { expect, test as journey } from './journey.ts';

const ROOT = resolve(import.meta.dirname, '../../..');
const SAMPLES = join(ROOT, 'tests/samples');

/** Where leaving quickly leads on this site. */
export const ELSEWHERE = 'https://elsewhere.example/weather';

/** A journey on a site with our own training, a module and a story in Welsh and in Arabic, and a way to leave quickly. */
export const test = journey.extend<{}, { site: Site }>({
	site: [
		async ({}, use) => {
			const folder = mkdtempSync(join(tmpdir(), 'alongside-peer-work-'));
			cpSync(join(ROOT, 'modules'), folder, { recursive: true });
			for (const language of ['welsh', 'arabic']) {
				mkdirSync(join(folder, `ok-${language}`));
				copyFileSync(join(SAMPLES, `ok-${language}/module.md`), join(folder, `ok-${language}/module.md`));
				copyFileSync(join(SAMPLES, `ok-story-${language}/module.md`), join(folder, `stories/story-${language}.md`));
			}
			// Nobody in a peer role has approved this one.
			copyFileSync(join(SAMPLES, 'story-unapproved/module.md'), join(folder, 'stories/story-unapproved.md'));
			const site = await startSite({ env: { MODULES: folder, LEAVE_QUICKLY: ELSEWHERE } });
			expect(site.log().match(/not published/g)).toHaveLength(1);
			await use(site);
			await site.stop();
			rmSync(folder, { recursive: true });
		},
		{ scope: 'worker' }
	]
});
