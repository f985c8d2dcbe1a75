import type { Component, ComponentProps, Snippet } from 'svelte';

/** Words to show: plain text, which is escaped, or a snippet where they need markup. */
export interface Content {
	text?: string;
	content?: Snippet;
}

/** The macros' short form: a plain string stands for `{ text }`. */
export type Wording = string | Content;

/** The props of a component as an option of another, where `content` stands for `children`. */
export type OptionsOf<C extends Component<any>> = Omit<ComponentProps<C>, 'children'> & Content;

/** Gives the long form of words that may be a plain string. */
export function optionsOf<T extends Content>(words: string | T): T {
	return typeof words === 'string' ? ({ text: words } as T) : words;
}

/** Turns words, and the options beside them, into the props of the component that shows them. */
export function propsOf<T extends Content>(words: string | T) {
	const { content, ...options } = optionsOf(words);
	return { ...options, children: content };
}
