import type { Report } from '../diagnostic.ts';
import { maskCode } from './masking.ts';
import { placeIn } from './passages.ts';
import type { Words } from './words.ts';

const LINK = /(?<!!)\[([^[\]]*)\](?:\(|\[)/g;
/** An address that stands in the text itself, and so is shown as the words of a link. */
const BARE = /(?<![\p{L}\p{N}@/.(])(?:https?:\/\/|www\.)[^\s<>"“”()]*[^\s<>"“”().,;:!?\]]/giu;
const ADDRESS = /^\s*(?:https?:\/\/|www\.)\S+\s*$/i;

/** What says nothing of where a link goes. */
const VAGUE = new Set([
	'here', 'click', 'click here', 'see here', 'read here', 'go here', 'this', 'this link', 'this page', 'this site', 'this website', 'link', 'the link', 'page', 'site', 'website',
	'more', 'read more', 'see more', 'learn more', 'find out more', 'more info', 'more information', 'more details', 'details', 'info', 'download', 'open', 'continue', 'go'
]);

/** Reports links whose words do not say where they go: screen readers list the links of a page, each without its sentence. */
export function checkLinks({ passages }: Words, report: Report): void {
	for (const passage of passages) {
		if (passage.where === 'detail') continue;
		const source = maskCode(passage.source);
		for (const { 1: words, index } of source.matchAll(LINK)) {
			const plain = words!.replace(/[*_~]/g, '').replace(/\s+/g, ' ').trim();
			const at = placeIn(passage, index + 1, words!.length);
			if (ADDRESS.test(plain)) report('link-vague', at, plain);
			else if (VAGUE.has(plain.toLowerCase().replace(/[^\p{L}\p{N} ]/gu, '').trim())) report('link-vague', at, plain);
		}
		const rest = source.replace(/\[[^[\]]*\]\([^()]*(?:\([^()]*\)[^()]*)*\)/g, (link) => link.replace(/[^\n]/g, ' '));
		for (const { 0: address, index } of rest.matchAll(BARE)) report('link-vague', placeIn(passage, index, address.length), address);
	}
}
