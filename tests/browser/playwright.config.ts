import { defineConfig } from '@playwright/test';

/** Chromium's own calls home are switched off: the network may be closed, and nothing here needs them. */
const args = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

/**
 * Chromium makes two hidden pages for the suggestions of its address bar with every
 * window, which took a fifth of all the tests' time: the last two. A list given here
 * takes the place of Playwright's own, so what journeys and a closed network need of
 * that is in it too (https://github.com/microsoft/playwright, chromiumSwitches.ts).
 */
const WITHOUT = [
	'AvoidUnnecessaryBeforeUnloadCheckSync', 'DestroyProfileOnBrowserClose', 'HttpsUpgrades', 'HttpsFirstBalancedModeAutoEnable', 'LensOverlay', 'MediaRouter', 'PaintHolding',
	'ThirdPartyStoragePartitioning', 'AvoidCorsURLLoaderRestartOnRedirect', 'OptimizationHints', 'NetworkTimeServiceQuerying', 'AimEnabled', 'PreconnectToSearch',
	'WebUIOmniboxPopup', 'WebUIOmniboxAimPopup'
];

export default defineConfig({
	testDir: '.',
	outputDir: '../../test-results',
	fullyParallel: true,
	workers: 2,
	// A journey looks at many pages with axe, perhaps on a busy machine.
	timeout: 60_000,
	forbidOnly: !!process.env.CI,
	reporter: 'line',
	use: {
		locale: 'en-GB',
		timezoneId: 'Europe/London',
		launchOptions: { executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: [...args, `--disable-features=${WITHOUT.join(',')}`] }
	}
});
