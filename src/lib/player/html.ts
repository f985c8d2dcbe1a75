import { createRawSnippet } from 'svelte';

/** The compiler's HTML as a snippet, for components that take their words as one. */
export function htmlSnippet(html: string) {
	return createRawSnippet(() => ({ render: () => `<span>${html}</span>` }));
}
