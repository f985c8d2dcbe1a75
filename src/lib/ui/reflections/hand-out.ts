import { mount, unmount } from 'svelte';
import { asText } from './as-text.ts';
import OnPaper from './OnPaper.svelte';
import type { Reflection } from './reflections.ts';

/** Saves reflections as a file, which the browser makes by itself. Its name says nothing of what is in it. */
export function download(reflections: readonly Reflection[]): void {
	const address = URL.createObjectURL(new Blob([asText(reflections)], { type: 'text/plain' }));
	const link = Object.assign(document.createElement('a'), { href: address, download: 'notes.txt' });
	link.click();
	// Not at once: a browser may begin to read it a moment later.
	setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** Prints reflections with their questions, and nothing else of the page. */
export function print(reflections: readonly Reflection[]): void {
	const paper = mount(OnPaper, { target: document.body, props: { reflections } });
	window.addEventListener('afterprint', () => void unmount(paper), { once: true });
	window.print();
}
