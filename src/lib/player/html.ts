import { createRawSnippet } from 'svelte';

/** The compiler's HTML as a snippet, for components that take their words as one. */
export function htmlSnippet(html: string, element: 'span' | 'div' = 'span') {
	return createRawSnippet(() => ({ render: () => `<${element}>${html}</${element}>` }));
}
