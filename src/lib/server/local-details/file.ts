import { isAlias, isMap, isNode, isScalar, LineCounter, parseDocument, stringify, visit, type Node, type Pair, type YAMLMap } from 'yaml';
import { inPlainWords } from '#lib/module/front-matter.ts';
import { isId } from '#lib/module/ids.ts';
import { suggest } from '#lib/module/suggestion.ts';
import { findDeep } from '#lib/module/yaml-depth.ts';
import type { Content } from './content.ts';
import { readTyped } from './typed.ts';

/** An entry of `local-details.yaml`. What the file does not say is undefined, and changes nothing. */
export interface FileEntry {
	name: string;
	line: number;
	text?: string;
	keptBy?: string;
	checkedOn?: string | null;
}

/** What is wrong with a file, where, and how to mend it. */
export interface FileProblem {
	line: number;
	words: string;
}

/** Bytes of UTF-8. A trust that fills everything in has about 20,000; brackets alone take a second to read at this size. */
export const LARGEST_FILE = 200_000;
/** Modules and guides name about 50. */
const MOST_ENTRIES = 500;
/** As many as somebody mends before they try again. */
const MOST_PROBLEMS = 20;
/** A text stands in a map inside the file's own. */
const DEEPEST = 3;
/** A longer one is nobody's, and is not repeated whole. */
const LONGEST_NAME = 60;
const FIELDS = ['text', 'kept-by', 'checked-on'];

/**
 * Reads `local-details.yaml`: `name: text` an entry, the text in Markdown, or
 * `name:` with `text`, `kept-by` and `checked-on` under it. Any text at all
 * gives entries or problems.
 */
export function readDetailsFile(source: string, now: Date): { entries: FileEntry[]; problems: FileProblem[] } {
	const text = source.replace(/^\uFEFF/, '');
	const refused = (line: number, words: string) => ({ entries: [], problems: [{ line, words }] });
	if (text.includes('\0')) return refused(1, 'This is not a text file in UTF-8. Choose a file that ends in .yaml, or save it again as UTF-8.');
	if (text.trim() === '') return refused(1, 'There is nothing in it.');
	if (Buffer.byteLength(text) > LARGEST_FILE) return refused(1, `It is larger than ${LARGEST_FILE / 1000} KB. Take out what is not a local detail.`);
	const deep = findDeep(text, DEEPEST);
	if (deep !== undefined) return refused(text.slice(0, deep).split('\n').length, 'This stands inside too many other things. An entry is a name, a colon and a text.');
	const counter = new LineCounter();
	// The library compares each key with every other, which takes 12 seconds for a file of this size; a set takes none.
	const document = parseDocument(text, { lineCounter: counter, stringKeys: true, uniqueKeys: false, logLevel: 'error' });
	const lineOf = (node: unknown) => counter.linePos((node as { range?: [number] } | null)?.range?.[0] ?? 0).line;
	const [mistake] = document.errors;
	if (mistake?.code === 'MULTIPLE_DOCS') return refused(counter.linePos(mistake.pos[0]).line, 'Another file starts here, below three hyphens. Keep one of the two.');
	if (mistake) return refused(counter.linePos(mistake.pos[0]).line, `This cannot be read: ${inPlainWords(mistake)}`);
	const { contents } = document;
	// Remarks alone, as where nothing has been filled in yet.
	if (contents === null) return { entries: [], problems: [] };
	if (!isMap(contents)) return refused(1, 'This is not lines of "name: text".');
	const tooMany = contents.items[MOST_ENTRIES];
	if (tooMany) return refused(lineOf(tooMany.key), `It has more than ${MOST_ENTRIES} entries. Take out what is not a local detail.`);
	const sign = findSign(contents);
	if (sign) return refused(lineOf(sign), 'A value starts with &, * or !, which means something else in this file. Put the text in quotation marks.');
	const problems: FileProblem[] = [];
	const entries = unique(contents.items, lineOf, problems).flatMap((pair) => readEntry(pair, lineOf, problems, now) ?? []);
	return problems.length > 0 ? { entries: [], problems: problems.slice(0, MOST_PROBLEMS) } : { entries, problems };
}

/** The first value that stands for another, which can expand without end, or for something else than words. */
function findSign(contents: YAMLMap): Node | undefined {
	let found: Node | undefined;
	visit(contents, (_, node) => {
		if (!isNode(node)) return undefined;
		const { anchor, tag } = node as { anchor?: string; tag?: string };
		if (isAlias(node) || anchor !== undefined || tag !== undefined) found = node;
		return found && visit.BREAK;
	});
	return found;
}

/** Reports what stands there twice. */
function unique(items: Pair[], lineOf: LineOf, problems: FileProblem[]): Pair[] {
	const lines = new Map<string, number>();
	for (const { key } of items) {
		const name = keyOf(key);
		const before = lines.get(name);
		if (before === undefined) lines.set(name, lineOf(key));
		else problems.push({ line: lineOf(key), words: `"${name.slice(0, LONGEST_NAME)}" stands on line ${before} already. Keep one of the two.` });
	}
	return items;
}

type LineOf = (node: unknown) => number;

function keyOf(key: unknown): string {
	return isScalar(key) ? String(key.value) : '';
}

function readEntry({ key, value }: Pair, lineOf: LineOf, problems: FileProblem[], now: Date): FileEntry | undefined {
	const name = keyOf(key);
	const line = lineOf(key);
	const known = problems.length;
	const report = (words: string, at = line) => void problems.push({ line: at, words: `"${name.slice(0, LONGEST_NAME)}": ${words}` });
	if (!isId(name)) return report('a name has small letters, digits and hyphens only, 60 at most, and starts with a letter.');
	const entry: FileEntry = { name, line };
	if (isMap(value)) {
		for (const { key: field, value: held } of unique(value.items.slice(0, MOST_PROBLEMS), lineOf, problems)) {
			const called = keyOf(field);
			if (!FIELDS.includes(called)) {
				report(`there is no "${called.slice(0, LONGEST_NAME)}" here.${suggest(called, FIELDS).replaceAll('`', '"')} Under a name stand text, kept-by and checked-on.`, lineOf(field));
				continue;
			}
			const words = wordsOf(held);
			if (words === undefined) report(`${called} must be text: put it in quotation marks.`, lineOf(field));
			else if (called === 'text') entry.text = words;
			else if (called === 'kept-by') entry.keptBy = words;
			else entry.checkedOn = words;
		}
	} else {
		entry.text = wordsOf(value);
		const empty = isScalar(value) && value.value === null;
		if (empty) report('nothing stands after the colon. Write the text there, or take the line out. To empty the entry, write two quotation marks.');
		else if (entry.text === undefined) report('it must be text: put it in quotation marks.');
	}
	if (problems.length > known) return undefined;
	const { content, problems: found } = readTyped(name, { text: entry.text ?? '', keptBy: entry.keptBy ?? '', checkedOn: entry.checkedOn ?? '' }, now);
	for (const { field, words } of found) report(field === 'text' ? `in its text: ${words}.` : `${words}.`);
	const given = (field: keyof Content & keyof FileEntry) => (entry[field] === undefined ? {} : { [field]: content[field] });
	return { name, line, ...given('text'), ...given('keptBy'), ...given('checkedOn') };
}

function wordsOf(node: unknown): string | undefined {
	return isScalar(node) && typeof node.value === 'string' ? node.value : undefined;
}

/** Writes `local-details.yaml` for what is filled in; what is not stands as a remark at its end, with what is asked for. */
export function writeDetailsFile(entries: readonly ({ name: string } & Content)[], missing: readonly { name: string; request: string }[]): string {
	const filled = entries.map(({ name, text, keptBy, checkedOn }) => {
		const more = { ...(keptBy === '' ? {} : { 'kept-by': keptBy }), ...(checkedOn === null ? {} : { 'checked-on': checkedOn }) };
		return stringify({ [name]: Object.keys(more).length === 0 ? text : { text, ...more } }, { lineWidth: 0 });
	});
	const asked = missing.map(({ name, request }) => `# ${name}: ${request}\n`);
	return [
		'# What the trust fills in itself, in Markdown.\n',
		...filled,
		...(asked.length > 0 ? ['\n# Not filled in yet. Take away the sign at the start of the line, and write your text after the colon.\n', ...asked] : [])
	].join('');
}
