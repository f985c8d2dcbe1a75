import { sveltekit } from '@sveltejs/kit/vite';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

export default defineConfig(({ mode }) => {
	if (mode === 'test') {
		return {
			plugins: [svelte()],
			test: { include: ['src/**/*.test.ts', 'tests/**/*.test.ts'] }
		};
	}
	return { plugins: [sveltekit()] };
});
