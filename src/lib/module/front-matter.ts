import * as v from 'valibot';
import { isAlias, isMap, isNode, isScalar, LineCounter, parseDocument, visit, type YAMLError, type YAMLMap } from 'yaml';
import type { Report } from './diagnostic.ts';
import { isTooDeep } from './limits.ts';
import { suggest } from './suggestion.ts';
import { findDeep } from './yaml-depth.ts';

/** One detail: what it may be, and how to say that to an author. */
export interface Detail {
	schema: v.GenericSchema;
	expected: string;
}

/** What the details come to, by their names. */
export type DetailsOf<D extends Record<string, Detail>> = { [N in keyof D]: v.InferOutput<D[N]['schema']> };

export interface FrontMatter<D extends Record<string, Detail>> {
	/** Absent where a detail is missing or wrong; the diagnostics say which. */
	details?: DetailsOf<D>;
	/** The lines of the details by name, and of each entry of a list. */
	lineOf: (detail: string, entry?: number) => number;
	/** The index of the first line after the closing `---`. */
	end: number;
}

/** A module with many sources has 40 lines, and its longest source 600 letters. */
const MOST_LINES = 300;
const LONGEST_LINE = 10_000;
/** A list stands in the map of the details, and nothing in a list. */
const MOST_BRACKETS = 20;

/** Reads the details between the two lines of `---` at the top of the file: those that `allowed` names, and no others. */
export function readFrontMatter<D extends Record<string, Detail>>(lines: string[], allowed: D, report: Report): FrontMatter<D> {
	const nothing = { lineOf: () => 1, end: 0 };
	if (lines[0]?.trimEnd() !== '---') {
		report('front-matter-missing', 1);
		return nothing;
	}
	const close = lines.findIndex((line, index) => index > 0 && line.trimEnd() === '---');
	if (close === -1) {
		report('front-matter-unclosed', 1);
		const page = lines.findIndex((line) => line.startsWith('#'));
		return { ...nothing, end: page === -1 ? lines.length : page };
	}
	const end = close + 1;
	const unreadable = (line: number, reason: string) => {
		report('front-matter-unreadable', line, reason);
		return { lineOf: () => line, end };
	};
	const inside = lines.slice(1, close);
	// What YAML takes for its keys grows with their square.
	if (inside.length > MOST_LINES) return unreadable(MOST_LINES + 2, `they go on for more than ${MOST_LINES} lines.`);
	const deep = inside.findIndex(isTooDeep);
	if (deep !== -1) return unreadable(deep + 2, 'a list stands inside a list.');
	const long = inside.findIndex((line) => line.length > LONGEST_LINE);
	if (long !== -1) return unreadable(long + 2, `the line has more than ${LONGEST_LINE.toLocaleString('en-GB')} letters.`);
	const text = inside.join('\n');
	const bottom = findDeep(text, MOST_BRACKETS);
	if (bottom !== undefined) return unreadable(text.slice(0, bottom).split('\n').length + 1, REASONS.RESOURCE_EXHAUSTION!);
	const counter = new LineCounter();
	const document = parseDocument(text, { lineCounter: counter, stringKeys: true, logLevel: 'silent' });
	const lineAt = (node: unknown) => counter.linePos((node as { range?: [number] } | null)?.range?.[0] ?? 0).line + 1;
	const { contents, errors: [mistake] } = document;
	if (mistake) {
		const open = mistake.code === 'MISSING_CHAR' ? openQuote(inside) : undefined;
		return unreadable((open ?? counter.linePos(mistake.pos[0]).line) + 1, inPlainWords(mistake));
	}
	if (!isMap(contents)) return unreadable(2, 'they are not lines of `name: value`.');
	const trap = findTrap(contents);
	if (trap) return unreadable(lineAt(trap.node), trap.reason);
	const lineOf = (detail: string, entry?: number) => {
		const pair = contents.items.find(({ key }) => isScalar(key) && key.value === detail);
		const list = entry === undefined ? undefined : (pair?.value as { items?: unknown[] } | undefined)?.items;
		return pair ? lineAt(list?.[entry!] ?? pair.key) : 1;
	};
	for (const { key } of contents.items) {
		const name = isScalar(key) ? String(key.value) : '?';
		if (!Object.hasOwn(allowed, name)) report('detail-unknown', lineAt(key), name, suggest(name, Object.keys(allowed)));
	}
	const details = validate(document.toJS() as Record<string, unknown>, allowed, lineOf, report);
	return details ? { details, lineOf, end } : { lineOf, end };
}

function validate<D extends Record<string, Detail>>(found: Record<string, unknown>, allowed: D, lineOf: FrontMatter<D>['lineOf'], report: Report): DetailsOf<D> | undefined {
	const details: Record<string, unknown> = {};
	let sound = true;
	for (const [name, { schema, expected }] of Object.entries(allowed)) {
		const result = v.safeParse(schema, found[name]);
		if (result.success) details[name] = result.output;
		else {
			sound = false;
			if (found[name] === undefined || found[name] === null) report('detail-missing', lineOf(name), name, expected);
			else report('detail-invalid', lineOf(name), name, inBrief(found[name]), expected);
		}
	}
	return sound ? (details as DetailsOf<D>) : undefined;
}

function inBrief(value: unknown): string {
	const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
	return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

/** The number of the first line whose value opens a quotation and does not close it, which YAML notices at the end only. */
function openQuote(lines: string[]): number | undefined {
	const index = lines.findIndex((line) => /^[\w-]+:\s*(?:"[^"]*|'[^']*)$|^\s*-\s+(?:"[^"]*|'[^']*)$/.test(line));
	return index === -1 ? undefined : index + 1;
}

/**
 * What YAML would take in silence for something else than words: names for what
 * stands elsewhere, which can also expand without end, and remarks.
 */
function findTrap(contents: YAMLMap): { node: unknown; reason: string } | undefined {
	let found: { node: unknown; reason: string } | undefined;
	visit(contents, (_, node) => {
		if (!isNode(node)) return undefined;
		const { anchor, tag, comment } = node as { anchor?: string; tag?: string; comment?: string | null };
		if (isAlias(node) || anchor !== undefined || tag !== undefined) found = { node, reason: SIGN };
		else if (isScalar(node) && comment) found = { node, reason: `"#${comment}" would be lost, because \`#\` starts a remark.` };
		return found && visit.BREAK;
	});
	return found;
}

const SIGN = 'a value starts with a sign that means something else here, such as a bracket, a star or a quotation mark.';

/** Why YAML cannot be read, for somebody who has not heard of it. */
const REASONS: Partial<Record<YAMLError['code'], string>> = {
	BAD_SCALAR_START: SIGN,
	BLOCK_AS_IMPLICIT_KEY: 'the value contains a colon.',
	DUPLICATE_KEY: 'the same detail stands above.',
	MISSING_CHAR: 'a quotation mark or a bracket is not closed.',
	MULTILINE_IMPLICIT_KEY: 'a line is not `name: value`, with a space after the colon.',
	NON_STRING_KEY: SIGN,
	RESOURCE_EXHAUSTION: 'too many brackets stand inside each other.',
	TAB_AS_INDENT: 'the line starts with a tab. Use spaces.',
	UNEXPECTED_TOKEN: SIGN
};

/** What is wrong without the YAML library's excerpt of the text, which the line number replaces. */
export function inPlainWords({ code, message }: YAMLError): string {
	const words = message.split('\n')[0]!.replace(/ at line \d+, column \d+:?$/, '').replace(/\.$/, '');
	return REASONS[code] ?? `${words}.`;
}
