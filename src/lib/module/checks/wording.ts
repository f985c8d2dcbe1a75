import * as v from 'valibot';
import { isMap, isSeq, LineCounter, parseDocument, visit } from 'yaml';
import { gather, type Diagnostic, type Report } from '../diagnostic.ts';
import { isTooDeep } from '../limits.ts';
import { EQUALITY } from './equality.ts';
import { placeIn } from './passages.ts';
import { FEWEST_LETTERS, findPhrases, phrasebook, plainWords, wordsOfPhrase, type Phrasebook } from './phrases.ts';
import { holds, speech } from './speech.ts';
import { LOCAL, VOICE, type Words } from './words.ts';

/** What could be said instead of a phrase, and why. */
export interface Suggestion {
	say: string;
	because: string;
}

/** A list of wording, ready to be looked for. */
export type Wording = Phrasebook<Suggestion>;

const words = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200));
const phrase = v.pipe(words, v.maxLength(60), v.check((text) => wordsOfPhrase(text).every((word) => /^[\p{L}\p{N}']+\*?$/u.test(word) && !(word.endsWith('*') && word.length <= FEWEST_LETTERS))));
const FIELDS = {
	'instead-of': { schema: v.union([phrase, v.pipe(v.array(phrase), v.minLength(1))]), expected: 'a phrase of letters, or a list of phrases; a `*` may stand at the end of a word, after 3 letters or more' },
	say: { schema: words, expected: 'what people could say, in up to 200 letters' },
	because: { schema: words, expected: 'the reason, in one sentence of up to 200 letters' }
} as const;
type Field = keyof typeof FIELDS;

/** Reads a trust's list of wording: YAML, a list of entries. An entry that cannot be used is reported and left out. */
export function readWording(text: string, file: string): { wording: Wording; diagnostics: Diagnostic[] } {
	const { report, diagnostics } = gather(file);
	const entries = readEntries(text, report);
	return { wording: phrasebook(entries), diagnostics };
}

function readEntries(text: string, report: Report): [string, Suggestion][] {
	const lines = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n').split('\n');
	const deep = lines.findIndex(isTooDeep);
	if (deep !== -1) return report('wording-list-invalid', deep + 1, 'Too many lists stand inside each other.'), [];
	const counter = new LineCounter();
	const document = parseDocument(lines.join('\n'), { lineCounter: counter, stringKeys: true, logLevel: 'silent' });
	const lineOf = (node: unknown) => counter.linePos((node as { range?: [number] | null } | null)?.range?.[0] ?? 0).line;
	const [mistake] = document.errors;
	if (mistake) return report('wording-list-invalid', counter.linePos(mistake.pos[0]).line, 'It cannot be read from here on. A quotation mark may be missing, or the spaces at the start of a line differ.'), [];
	let alias: unknown;
	visit(document, { Alias: (_, node) => ((alias = node), visit.BREAK) });
	if (alias) return report('wording-list-invalid', lineOf(alias), 'A word that starts with `*` needs quotation marks round it.'), [];
	const { contents } = document;
	if (contents === null) return [];
	if (!isSeq(contents)) return report('wording-list-invalid', lineOf(contents), 'It is not a list of entries that each start with `- instead-of:`.'), [];
	return contents.items.flatMap((item) => {
		const line = lineOf(item);
		if (!isMap(item)) return report('wording-list-invalid', line, 'This entry is not made of `instead-of`, `say` and `because`.'), [];
		return readEntry(item.toJS(document) as Record<string, unknown>, line, report);
	});
}

function readEntry(found: Record<string, unknown>, line: number, report: Report): [string, Suggestion][] {
	const unknown = Object.keys(found).find((name) => !Object.hasOwn(FIELDS, name));
	if (unknown !== undefined) return report('wording-list-invalid', line, `\`${unknown}\` is not one of \`instead-of\`, \`say\` and \`because\`.`), [];
	const wrong = (Object.keys(FIELDS) as Field[]).find((name) => !v.is(FIELDS[name].schema as v.GenericSchema, found[name]));
	if (wrong !== undefined) return report('wording-list-invalid', line, `\`${wrong}\` must be ${FIELDS[wrong].expected}.`), [];
	const suggestion = { say: String(found.say).trim(), because: String(found.because).trim() };
	return [found['instead-of']].flat().map((phrase) => [String(phrase), suggestion]);
}

const EQUAL = phrasebook(EQUALITY.map(({ phrase, instead }) => [phrase, instead] as const));

/**
 * Reports wording that may hurt, with what could be said instead: a trust's own
 * list first, and then what `retext-equality` knows of unkind words in general.
 * Nothing is forbidden. People choose the words for what they have lived
 * through, so voices and whatever stands between quotation marks are left alone.
 */
export function checkWording({ passages }: Words, report: Report, wording?: Wording): void {
	for (const passage of passages) {
		if (passage.block === VOICE || passage.block === LOCAL) continue;
		const { text } = passage;
		const said = speech(text);
		const words = plainWords(text);
		const own = wording ? findPhrases(text, words, wording) : [];
		for (const { start, end, meaning } of own) {
			if (!holds(said, start)) report('wording', placeIn(passage, start, end - start), quote(text.slice(start, end)), ` It may be kinder to say: ${meaning.say}.`, ` ${meaning.because}`);
		}
		for (const { start, end, meaning } of findPhrases(text, words, EQUAL)) {
			if (holds(said, start) || holds(own, start)) continue;
			const say = meaning.length === 0 ? '' : ` You could say "${meaning.join('" or "')}".`;
			report('wording', placeIn(passage, start, end - start), quote(text.slice(start, end)), say, ' It can hurt people, or leave them out.');
		}
	}
}

function quote(text: string): string {
	return text.replace(/\s+/g, ' ');
}
