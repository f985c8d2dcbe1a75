import './player.scss';
import { hydrate } from 'svelte';
import { scorm12 } from '#lib/tracker/scorm-1.2.ts';
import type { PackageData } from './package-data.ts';
import PackagePlayer from './PackagePlayer.svelte';

try {
	const data = JSON.parse(document.getElementById('module')!.textContent!) as PackageData;
	hydrate(PackagePlayer, {
		target: document.getElementById('player')!,
		props: { ...data, track: () => scorm12(window, data.module, data.keep) }
	});
} catch (error) {
	// Everything is in the page already: without the class every part shows and can be read.
	document.documentElement.className = '';
	throw error;
}
