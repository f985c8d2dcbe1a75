import { memory } from '#lib/tracker/memory.ts';
import { start } from './package-start.ts';

// An author's own answers are kept as chosen, whoever the module is for: they stay in the tab and go with it.
start(({ module, preview }) => memory(module, 'choices', preview && sessionStorage));
