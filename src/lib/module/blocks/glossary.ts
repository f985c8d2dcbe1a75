import type { Term } from '../terms.ts';
import { withinLimits } from '../limits.ts';
import { place, readMarkdown, type Reading } from '../markdown.ts';
import type { BlockPart, Section } from '../outline.ts';
import { allowFields, hasText, type BlockReading } from './block.ts';
import { readPairs } from './pairs.ts';

/** The words that a module explains: where each stands first on a page, and here all of them. */
export interface Glossary {
	kind: 'glossary';
	/** Each explanation as plain words. */
	terms: { term: string; explanation: string }[];
}

/** Each is looked for in every text, so that more would make people wait, and nobody opens so many. */
const MOST_TERMS = 100;

/** Reads `:::glossary`, whose list says `term = explanation`. */
export function readGlossary(part: BlockPart, reading: BlockReading): Glossary | undefined {
	allowFields(part, [], reading.report);
	if (!hasText(part, reading.report)) return undefined;
	return { kind: 'glossary', terms: termsOf(part, reading).map(({ term, explanation }) => ({ term, explanation })) };
}

function termsOf(part: BlockPart, reading: Reading): Term[] {
	const [only, ...more] = place(readMarkdown(part.text, part.textLine, reading), part.textLine).filter(({ token }) => token.type !== 'space');
	if (only?.token.type !== 'list' || more.length > 0) return reading.report('list-expected', part.line, part.name), [];
	return readPairs(only, part, reading).map(({ leftText, right, line }) => ({ term: leftText, explanation: right.replace(/\.$/, ''), line }));
}

/** Every term of a module, which have to be known before its first page is read; reports a second explanation of one. */
export function gatherTerms(sections: readonly Section[], { report, files }: Reading): Term[] {
	const found = new Map<string, Term>();
	const quiet: Reading = { files, report: () => {} };
	for (const part of sections.flatMap(({ parts }) => parts)) {
		if (part.kind !== 'block' || part.name !== 'glossary' || !withinLimits(part.text, part.textLine, quiet.report)) continue;
		for (const term of termsOf(part, quiet)) {
			if (found.size >= MOST_TERMS) return report('terms-too-many', term.line, MOST_TERMS), [...found.values()];
			const other = found.get(term.term.toLowerCase());
			if (other) report('term-twice', term.line, term.term, other.line);
			else found.set(term.term.toLowerCase(), term);
		}
	}
	return [...found.values()];
}
