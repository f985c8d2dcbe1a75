import { join } from 'node:path';
import { packagesOf, type Packages } from '../package-host/packages.ts';
import { expect, test as packageTest, type Launched } from '../package-host/test.ts';
import { EVERY_BLOCK, FOR_PEERS, LENT, writeModules } from './every-block.ts';
import type { Learner } from './learner.ts';

/** A learning system with the modules of every-block.ts in it, packed by the built command line. */
export const test = packageTest.extend<{ module: string; learner: Learner }, { writePackages: (folder: string) => Packages }>({
	module: [EVERY_BLOCK, { option: true }],
	writePackages: [
		({}, use) =>
			use((folder) => {
				writeModules(folder);
				return packagesOf(folder, Object.fromEntries([EVERY_BLOCK, FOR_PEERS, LENT].map((slug) => [slug, { path: join(folder, slug) }])));
			}),
		{ scope: 'worker' }
	],
	learner: async ({ launch, module }, use) => {
		let now: Launched | undefined;
		const end = async () => {
			if (!now) return {};
			await Promise.all([now.page.waitForEvent('close'), now.page.close({ runBeforeUnload: true })]);
			const { snapshot, findings } = await now.seen();
			expect(findings).toEqual([]);
			await now.lms.close();
			return { saved: snapshot };
		};
		const begin = async (part?: string) => {
			now = await launch(module, 'pop-up', await end(), undefined, part);
			await expect(now.page.getByRole('status').first()).toContainText('Saved');
		};
		await use({
			scripts: true,
			get page() {
				return now!.page;
			},
			get shown() {
				return now!.page.locator('[data-showing]');
			},
			async open(id) {
				await begin(id);
				await expect(now!.page.locator(`[data-showing="${id}"]`)).toBeVisible();
			},
			comeBack: () => begin(),
			stored: async () => (await now!.seen()).snapshot['cmi.suspend_data'] ?? ''
		});
		await end();
	}
});

export { expect };
