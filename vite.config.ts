import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sveltekit } from '@sveltejs/kit/vite';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { PurgeCSS } from 'purgecss';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

/** The parts of a package to which nothing happens once they are HTML; each is one element. */
const STILL = ['Still', 'StartNotes', 'Sources', 'PackagePrivacy', 'Grounding', 'DraftMark'];

/** What names a class in a package and is not among the modules of its script; the still parts with all that they are made of. */
const ALSO_IN_PACKAGES = ['src/lib/module/markdown.ts', 'src/lib/package/page.ts', ...STILL.flatMap((name) => madeOf(`src/lib/player/${name}.svelte`))];

/** A component's file and those of every component that it shows. */
function madeOf(file: string, known = new Set<string>()): string[] {
	if (known.has(file)) return [];
	known.add(file);
	const shown = [...readFileSync(file, 'utf8').matchAll(/from '([^']+\.svelte)'/g)].map(([, path]) =>
		path!.startsWith('#lib/') ? path!.replace('#lib/', 'src/lib/') : join(file, '..', path!)
	);
	return [file, ...shown.flatMap((path) => madeOf(path, known))];
}

/** Leaves the still parts out of a package's script (see StillInPackage.svelte). */
function leaveStill(): Plugin {
	return {
		name: 'leave-still',
		enforce: 'pre',
		resolveId: (source, importer) => (importer && STILL.some((name) => source === `./${name}.svelte`) ? join(importer, '..', 'StillInPackage.svelte') : undefined)
	};
}

/** Leaves the language of the player's own words out of a package's script: hydration keeps what is on the page already, and each costs room. */
function leaveLanguage(): Plugin {
	return {
		name: 'leave-language',
		enforce: 'pre',
		transform: (code, id) => (id.endsWith('.svelte') ? code.replaceAll(' lang="en-GB"', '') : undefined)
	};
}

/** Classes that the components put together from parts, so that no file names them whole. */
const PUT_TOGETHER = {
	standard: ['nhsuk-tag--yellow', 'nhsuk-tag--blue', 'nhsuk-list--tick', 'nhsuk-list--cross', 'nhsuk-fieldset__legend--s', 'nhsuk-card--feature', 'nhsuk-card--warning', 'nhsuk-icon--tick', 'nhsuk-icon--cross'],
	greedy: [/^nhsuk-(radios|checkboxes)(__|$)/]
};

/** Keeps only the rules of nhsuk-frontend that the player's components use: of 288 KB about 20 are left. */
function purge(): Plugin {
	return {
		name: 'purge',
		enforce: 'post',
		async generateBundle(_, bundle) {
			const sources = [...this.getModuleIds()].filter((id) => /\/src\/lib\/.*\.(svelte|ts)$/.test(id));
			for (const file of Object.values(bundle)) {
				if (file.type !== 'asset' || !file.fileName.endsWith('.css')) continue;
				const [purged] = await new PurgeCSS().purge({
					content: [...sources, ...ALSO_IN_PACKAGES],
					css: [{ raw: String(file.source) }],
					safelist: PUT_TOGETHER,
					variables: true,
					keyframes: true,
					fontFace: true
				});
				file.source = purged!.css;
			}
		}
	};
}

/** The page that learners read, with all that its script is made of. */
const LEARNERS_PAGE = /\/routes\/modules\/\[slug\]\/page\/\[page\]\/\+page\.svelte$/;

/** Sends the script of the page that learners read as one file and not in 20 parts, each a request to wait for and a line in the head of every answer. */
function gather(): Plugin {
	return {
		name: 'gather',
		// After Kit's, which says whether it builds for the server or for browsers.
		enforce: 'post',
		config: ({ build }) => (build?.ssr ? undefined : { build: { rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'learner', test: LEARNERS_PAGE }] } } } } })
	};
}

export default defineConfig(({ mode, command }) => {
	if (command === 'serve' && mode === 'development') {
		// The development server shows the demonstration, as `npm start` does.
		process.env.DATABASE ??= 'data/demonstration.db';
		process.env.DEMONSTRATION ??= 'true';
	}
	switch (mode) {
		case 'frame-1.2':
		case 'frame-2004':
			// The learning system of a preview, each standard's by itself: that of 2004 is four times as large.
			return {
				publicDir: false,
				build: {
					outDir: '.svelte-kit/frame',
					emptyOutDir: false,
					lib: { entry: `src/lib/lms/${mode}.ts`, formats: ['iife'], name: 'lms', fileName: () => `${mode}.js` },
					target: 'es2022',
					reportCompressedSize: false
				}
			};
		case 'player-scorm-1.2':
		case 'player-scorm-2004':
		case 'player-html':
			// One classic script and one stylesheet: Moodle serves `.mjs` as text, and every request goes through PHP.
			return {
				plugins: [leaveStill(), leaveLanguage(), svelte(), purge()],
				publicDir: false,
				build: {
					outDir: '.svelte-kit/player',
					emptyOutDir: false,
					lib: { entry: `src/lib/player/${mode.replace('player', 'entry')}.ts`, formats: ['iife'], name: 'player', fileName: () => `${mode}.js`, cssFileName: 'player' },
					target: 'es2022',
					reportCompressedSize: false
				}
			};
		case 'cli':
			return {
				plugins: [svelte()],
				publicDir: false,
				build: { ssr: 'src/cli/main.ts', outDir: 'build/cli', emptyOutDir: true, target: 'node20', reportCompressedSize: false }
			};
		case 'test':
			// Vitest would leave one processor idle, which is half of a small machine. Without the last of these it takes
			// every stylesheet for empty, also the player's in a package.
			return { plugins: [svelte()], test: { include: ['src/**/*.test.ts', 'tests/**/*.test.ts'], testTimeout: 20_000, maxWorkers: '100%', css: { include: [/player\.css/] } } };
		default:
			return { plugins: [sveltekit(), gather()], build: { assetsInlineLimit: 0 } };
	}
});
