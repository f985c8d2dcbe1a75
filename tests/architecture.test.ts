import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { satisfies } from 'semver';
import { describe, expect, test } from 'vitest';

const ROOT = resolve(import.meta.dirname, '..');

/** Which folders of src/lib each of them may know. Whatever is not named here, it may not. */
const MAY_KNOW: Record<string, string[]> = {
	module: [],
	progress: ['module'],
	tracker: ['module', 'progress'],
	nhs: [],
	lms: [],
	player: ['module', 'progress', 'tracker', 'nhs'],
	package: ['module', 'progress', 'tracker', 'player', 'lms'],
	ui: ['module', 'progress', 'tracker', 'player', 'nhs', 'lms'],
	server: ['module', 'progress', 'package', 'lms']
};

interface SourceFile {
	/** From the project's folder. */
	path: string;
	text: string;
	/** What it imports: a package's name, or a path from the project's folder. */
	imports: string[];
}

function sources(folder: string): SourceFile[] {
	return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
		.filter((name) => /\.(ts|js|svelte)$/.test(name) && !/\.(test|d)\.ts$/.test(name))
		.map((name) => {
			const path = join(folder, name);
			const text = readFileSync(join(ROOT, path), 'utf8');
			const found = [...text.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*'([^']+)'/g)].map(([, specifier]) => resolved(path, specifier!));
			return { path, text, imports: found };
		});
}

function resolved(from: string, specifier: string): string {
	if (specifier.startsWith('#lib/')) return specifier.replace('#lib/', 'src/lib/');
	if (specifier.startsWith('.')) return relative(ROOT, resolve(ROOT, dirname(from), specifier));
	return specifier;
}

/** The folder of src/lib that a path is in, or undefined. */
function room(path: string): string | undefined {
	return /^src\/lib\/([^/]+)\//.exec(path)?.[1];
}

const library = sources('src/lib');
const everything = sources('src');

test('every folder of the library has a place among the arrows', () => {
	const rooms = new Set(library.map(({ path }) => room(path)));
	expect([...rooms].filter((name) => !name || !Object.hasOwn(MAY_KNOW, name))).toEqual([]);
});

test('no file knows a folder that its own may not', () => {
	const forbidden = library.flatMap(({ path, imports }) => {
		const own = room(path)!;
		return imports.filter((to) => room(to) && room(to) !== own && !MAY_KNOW[own]!.includes(room(to)!)).map((to) => `${path} → ${to}`);
	});
	expect(forbidden).toEqual([]);
});

test('nothing in the library knows the routes, the hooks or the command line', () => {
	const forbidden = library.flatMap(({ path, imports }) => imports.filter((to) => /^src\/(routes|cli|hooks)/.test(to)).map((to) => `${path} → ${to}`));
	expect(forbidden).toEqual([]);
});

test('only the site around the player knows SvelteKit\'s own modules', () => {
	const forbidden = library.filter(({ path, imports }) => room(path) !== 'ui' && imports.some((to) => to.startsWith('$'))).map(({ path }) => path);
	expect(forbidden).toEqual([]);
});

test('nothing in the library reads the environment', () => {
	expect(library.filter(({ text }) => /process\.env|import\.meta\.env/.test(text)).map(({ path }) => path)).toEqual([]);
});

test('the module language, progress and packages use no clock, chance, disk or network', () => {
	const pure = library.filter(({ path }) => ['module', 'progress', 'package', 'nhs'].includes(room(path)!));
	const impure = pure.filter(({ text, imports }) => /Date\.now|new Date\(\)|Math\.random|\bfetch\(/.test(text) || imports.some((to) => to.startsWith('node:')));
	expect(impure.map(({ path }) => path)).toEqual([]);
});

test("the learning system's side runs in a browser as well", () => {
	expect(library.filter(({ path, imports }) => room(path) === 'lms' && imports.some((to) => to.startsWith('node:'))).map(({ path }) => path)).toEqual([]);
});

test('only one file knows Lucia, whose author has retired it', () => {
	expect(everything.filter(({ imports }) => imports.includes('lucia')).map(({ path }) => path)).toEqual(['src/lib/server/accounts/sessions.ts']);
});

test('names say what is inside', () => {
	const vague = everything.filter(({ path }) => /(^|\/)(utils?|helpers?|common|misc|managers?|services?|types|index|server|remote)\.(ts|js|svelte)$/.test(path));
	expect(vague.map(({ path }) => path)).toEqual([]);
});

describe('the lockfile', () => {
	interface Locked {
		resolved?: string;
		engines?: { node?: string };
	}
	const lock = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) as { packages: Record<string, Locked> };

	test('names no host', () => {
		expect(Object.values(lock.packages).filter(({ resolved }) => resolved !== undefined)).toEqual([]);
	});

	test('has no package that refuses Node 20.19', () => {
		const refusing = Object.entries(lock.packages).filter(([, { engines }]) => engines?.node && !satisfies('20.19.0', engines.node));
		expect(refusing.map(([name]) => name)).toEqual([]);
	});
});

test('every form that somebody who is signed in sends says whose page it stands on', () => {
	const forms = everything.flatMap(({ path, text }) => [...text.matchAll(/<form\b[^>]*method="post"[\s\S]*?<\/form>/g)].map(([form]) => ({ path, form })));
	expect(forms.length).toBeGreaterThan(20);
	// The form to sign in, and the one that sends what was held, which has the field among those that it had.
	const silent = forms.filter(({ path, form }) => !path.startsWith('src/routes/sign-in/') && !/<Reader \/>|name="reader"/.test(form));
	expect(silent.map(({ path }) => path)).toEqual([]);
});
