import type { Report } from '../diagnostic.ts';
import type { Section } from '../outline.ts';
import { placeIn, type Passage } from './passages.ts';
import { LOCAL, type Words } from './words.ts';

const NOTE = 'content-note';
/** Lists of what a role is, what the trust fills in, and notes themselves tell nobody's story. */
const TELLS_NOTHING = [LOCAL, NOTE, 'do', 'do-not', 'support'];

/** Subjects that may be hard to read of, in whatever form they come. "Trauma" is left out: mostly it names a way of working. */
const HARD =
	/\b(?:suicid(?:e|es|al)|self-?harm(?:s|ed|ing)?|self-injury|overdos(?:e|es|ed|ing)|rap(?:e|ed|ist)|sexual(?:ly)? (?:assault|abuse|violence|harassment)(?:ed|d)?|assault(?:s|ed)?|abus(?:e|ed|ive|er|ers)|violen(?:t|ce)|murder(?:s|ed)?|killed|restrain(?:t|ts|ed|ing)|seclu(?:sion|ded)|detained|sectioned|died|deaths?|bereave(?:d|ment)|miscarriages?|stillbirths?|traumati[sz]ed|racis(?:m|t)|self-neglect|eating disorders?)\b/giu;

/** A passage that tells people where to turn may name what for. */
const HELP = /\b(?:999|111|samaritans|shout|crisis line|helpline)\b/iu;

/** From so many passages on, a page is about its subject. */
const PASSAGES = 2;

/**
 * Reports pages about a hard subject that nothing prepares people for. A page
 * is about one where its heading or a heading on it names it, where a scenario
 * tells of it, or where at least two of its passages do. One mention in passing,
 * such as "restraint is not part of the role", or what to ring, needs no note:
 * notes on every page would be read by nobody, and in themselves they lower
 * nobody's distress (Bridgland, Jones and Bellet 2023). What helps is the choice.
 */
export function checkNotes({ sections, passages }: Words, report: Report): void {
	const covered = sections.map(coveredParts);
	const byPage = sections.map((): Passage[] => []);
	for (const passage of passages) byPage[passage.page]?.push(passage);
	for (const [page, section] of sections.entries()) {
		const mentions = byPage[page]!.filter(({ part, block }) => !covered[page]!(part) && !TELLS_NOTHING.includes(block ?? '')).flatMap((passage) => {
			const found = HELP.test(passage.text) ? [] : [...passage.text.matchAll(HARD)];
			return found.length === 0 ? [] : [{ passage, words: found.map(([word]) => word.toLowerCase()), first: found[0]! }];
		});
		const [mention] = mentions;
		const named = mentions.some(({ passage }) => ['title', 'heading'].includes(passage.where) || passage.block === 'scenario');
		if (!mention || (!named && mentions.length < PASSAGES)) continue;
		const words = [...new Set(mentions.flatMap((each) => each.words))].slice(0, 3);
		report('note-missing', placeIn(mention.passage, mention.first.index, mention.first[0].length), section.title, words.map((word) => `"${word}"`).join(', '));
	}
}

/** Which parts of a page a note prepares people for: all where it comes first, or else the one under it. */
function coveredParts({ parts }: Section): (part: number) => boolean {
	const notes = new Set(parts.flatMap((part, index) => (part.kind === 'block' && part.name === NOTE ? [index] : [])));
	return (part) => notes.has(0) || notes.has(part - 1);
}
