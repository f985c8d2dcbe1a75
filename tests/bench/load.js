import { join } from 'node:path';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { runnerImport } from 'vite';

/** Loads a file of the project as it is, through Vite. */
export async function load(file) {
	const { module } = await runnerImport(join(process.cwd(), file), { configFile: false, logLevel: 'error', plugins: [svelte()] });
	return module;
}
