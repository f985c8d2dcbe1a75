import * as v from 'valibot';
import { isAlias, isMap, isNode, isScalar, LineCounter, parseDocument, visit, type YAMLError, type YAMLMap } from 'yaml';
import type { Report } from './diagnostic.ts';
import { isId } from './ids.ts';
import { isTooDeep } from './limits.ts';
import { STAGES } from './module.ts';
import { suggest } from './suggestion.ts';

/** One detail: what it may be, and how to say that to an author. */
const words = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(300));
const once = v.check((list: string[]) => new Set(list).size === list.length);
const DETAILS = {
	title: { schema: v.pipe(words, v.maxLength(100)), expected: 'the name of the module, up to 100 letters' },
	summary: { schema: words, expected: 'one sentence for lists, up to 300 letters' },
	audience: { schema: v.pipe(v.string(), v.check(isId)), expected: 'a group such as `all-staff` or `peers`' },
	stage: { schema: v.picklist(STAGES), expected: `one of ${STAGES.join(', ')}` },
	minutes: { schema: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(240)), expected: 'a number of minutes, such as 20' },
	renew: {
		schema: v.optional(v.pipe(v.string(), v.regex(/^([1-9]|[1-9][0-9]|1[01][0-9]|120) months?$/), v.transform((text) => parseInt(text, 10)))),
		expected: 'a number of months, such as `36 months`, up to 120'
	},
	lang: { schema: v.optional(v.pipe(v.string(), v.regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/)), 'en-GB'), expected: 'a language tag such as `en-GB` or `cy`' },
	dir: { schema: v.optional(v.picklist(['ltr', 'rtl']), 'ltr'), expected: '`ltr` or `rtl`' },
	outcomes: { schema: v.pipe(v.array(words), v.minLength(1), v.maxLength(12), once), expected: 'a list of what people can do afterwards, each once and on a line that starts with `- `' },
	sources: { schema: v.pipe(v.array(v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(1000))), v.minLength(1), once), expected: 'a list of where the facts come from, each once and on a line that starts with `- `' }
} as const;

type Detail = keyof typeof DETAILS;
type Details = { [D in Detail]: v.InferOutput<(typeof DETAILS)[D]['schema']> };

export interface FrontMatter {
	/** Absent where a detail is missing or wrong; the diagnostics say which. */
	details?: Details;
	/** The lines of the details by name, and of each entry of a list. */
	lineOf: (detail: string, entry?: number) => number;
	/** The index of the first line after the closing `---`. */
	end: number;
}

/** Reads the details between the two lines of `---` at the top of the file. */
export function readFrontMatter(lines: string[], report: Report): FrontMatter {
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
	const deep = inside.findIndex(isTooDeep);
	if (deep !== -1) return unreadable(deep + 2, 'a list stands inside a list.');
	const counter = new LineCounter();
	const document = parseDocument(inside.join('\n'), { lineCounter: counter, stringKeys: true, logLevel: 'silent' });
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
		if (!Object.hasOwn(DETAILS, name)) report('detail-unknown', lineAt(key), name, suggest(name, Object.keys(DETAILS)));
	}
	const details = validate(document.toJS() as Record<string, unknown>, lineOf, report);
	return details ? { details, lineOf, end } : { lineOf, end };
}

function validate(found: Record<string, unknown>, lineOf: FrontMatter['lineOf'], report: Report): Details | undefined {
	const details: Record<string, unknown> = {};
	let sound = true;
	for (const [name, { schema, expected }] of Object.entries(DETAILS)) {
		const result = v.safeParse(schema as v.GenericSchema, found[name]);
		if (result.success) details[name] = result.output;
		else {
			sound = false;
			if (found[name] === undefined || found[name] === null) report('detail-missing', lineOf(name), name, expected);
			else report('detail-invalid', lineOf(name), name, inBrief(found[name]), expected);
		}
	}
	return sound ? (details as Details) : undefined;
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
function inPlainWords({ code, message }: YAMLError): string {
	const words = message.split('\n')[0]!.replace(/ at line \d+, column \d+:?$/, '').replace(/\.$/, '');
	return REASONS[code] ?? `${words}.`;
}
