import { gather, type Diagnostic } from './diagnostic.ts';
import { withinLimits } from './limits.ts';
import { readMarkdown, renderBlocks } from './markdown.ts';

/**
 * What a trust wrote for a local detail, as HTML: the same Markdown as in a
 * module, and nothing more.
 */
export function compileLocalText(name: string, text: string): { html: string; diagnostics: Diagnostic[] } {
	const { report, diagnostics } = gather(name);
	if (!withinLimits(text, 1, report)) return { html: '', diagnostics };
	return { html: renderBlocks(readMarkdown(text, 1, { report, files: new Map() })), diagnostics };
}

/** What a trust has filled in, by the name of the entry: HTML of the language's own making. */
export type LocalDetails = Readonly<Record<string, string>>;
