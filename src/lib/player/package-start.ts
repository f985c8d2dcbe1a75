import './player.scss';
import { hydrate } from 'svelte';
import type { Tracker } from '#lib/tracker/tracker.ts';
import type { PackageData } from './package-data.ts';
import PackagePlayer from './PackagePlayer.svelte';

/** Brings a package's page to life. Each standard has a script of its own, with the one way of recording that it needs. */
export function start(track: (data: PackageData) => Tracker): void {
	// A package stays in a learning system for years, and a consent to a voice may end before.
	for (const voice of document.querySelectorAll<HTMLElement>('[data-until]')) {
		if (voice.dataset.until! < new Date().toISOString().slice(0, 10)) voice.remove();
	}
	const data = JSON.parse(document.getElementById('module')!.textContent!) as PackageData;
	hydrate(PackagePlayer, { target: document.getElementById('player')!, props: { ...data, track: () => track(data) } });
	// Where this line is not reached, for whatever reason, the page shows all of its parts (see page.ts).
	document.documentElement.className = 'js started';
}
