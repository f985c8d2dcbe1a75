import { defineConfig } from '@playwright/test';

/** Chromium's own calls home are switched off: the network may be closed, and nothing here needs them. */
const args = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

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
		launchOptions: { executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args }
	}
});
