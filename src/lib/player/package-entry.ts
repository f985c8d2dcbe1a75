import './player.scss';
import { hydrate } from 'svelte';
import { memory } from '#lib/tracker/memory.ts';
import { scorm12 } from '#lib/tracker/scorm-1.2.ts';
import type { PackageData } from './package-data.ts';
import PackagePlayer from './PackagePlayer.svelte';

const props = JSON.parse(document.getElementById('module')!.textContent!) as PackageData;
const { module, keep, tracker, tab } = props;
/** An author's own answers are kept as chosen, whoever the module is for: they stay in the tab and go with it. */
const shelf = tab ? { read: () => sessionStorage.getItem(tab) ?? '', write: (state: string) => sessionStorage.setItem(tab, state) } : undefined;
hydrate(PackagePlayer, {
	target: document.getElementById('player')!,
	props: { ...props, track: () => (tracker === 'memory' ? memory(module, 'choices', shelf) : scorm12(window, module, keep)) }
});
// Where this line is not reached, for whatever reason, the page shows all of its parts (see page.ts).
document.documentElement.className = 'js started';
