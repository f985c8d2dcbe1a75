import './player.scss';
import { hydrate } from 'svelte';
import { memory } from '#lib/tracker/memory.ts';
import { scorm12 } from '#lib/tracker/scorm-1.2.ts';
import type { PackageData } from './package-data.ts';
import PackagePlayer from './PackagePlayer.svelte';

// A package stays in a learning system for years, and a consent to a voice may end before.
for (const voice of document.querySelectorAll<HTMLElement>('[data-until]')) {
	if (voice.dataset.until! < new Date().toISOString().slice(0, 10)) voice.remove();
}

const props = JSON.parse(document.getElementById('module')!.textContent!) as PackageData;
hydrate(PackagePlayer, {
	target: document.getElementById('player')!,
	// An author's own answers are kept as chosen, whoever the module is for: they stay in the tab and go with it.
	props: { ...props, track: () => (props.tracker === 'memory' ? memory(props.module, 'choices', props.preview && sessionStorage) : scorm12(window, props.module, props.keep)) }
});
// Where this line is not reached, for whatever reason, the page shows all of its parts (see page.ts).
document.documentElement.className = 'js started';
