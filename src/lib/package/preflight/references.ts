import { strFromU8 } from 'fflate';

const ELSEWHERE = /^\s*(?:[a-z][a-z0-9+.-]*:)?\/\//i;
/** Names of kinds of XML look like addresses, and Svelte's errors name the page that explains them; neither is ever asked for. */
const MERE_NAMES = /^https?:\/\/(www\.w3\.org\/(1998|1999|2000)\/|svelte\.dev\/e\/)/;

/** Everything in a page, stylesheet or script that a browser could fetch from somewhere else than beside it. */
export function foreignReferences(name: string, bytes: Uint8Array): string[] {
	const text = strFromU8(bytes);
	if (name.endsWith('.html')) return inHtml(text);
	if (name.endsWith('.css')) return inCss(text);
	if (name.endsWith('.js')) return addresses(text);
	return [];
}

function inHtml(html: string): string[] {
	// The module is in the page twice: as HTML, and as JSON for the script, with its tags escaped.
	const tags = html.replaceAll('\\u003c', '<').replaceAll('\\"', '"').match(/<[a-z][^>]*>/gi) ?? [];
	return tags.flatMap((tag) => {
		const link = /^<a\s/i.test(tag);
		const attributes = [...tag.matchAll(/\s([a-z:-]+)\s*=\s*"([^"]*)"/gi)].map(([, name, value]) => [name!.toLowerCase(), value!] as const);
		return attributes.filter(([name, value]) => ELSEWHERE.test(value) && !MERE_NAMES.test(value) && !(link && name === 'href')).map(([name, value]) => `${name}="${value}"`);
	});
}

function inCss(css: string): string[] {
	const urls = [...css.matchAll(/url\(\s*["']?([^"')]*)/gi)].map(([, url]) => url!).filter((url) => !url.startsWith('data:'));
	const imports = css.match(/@import[^;]*/gi) ?? [];
	// Everything is in one file, so there is nothing to point at, here or elsewhere.
	return [...urls, ...imports];
}

function addresses(script: string): string[] {
	return (script.match(/(?:https?|wss?):\/\/[^\s"'`)\\]*/gi) ?? []).filter((address) => !MERE_NAMES.test(address));
}
