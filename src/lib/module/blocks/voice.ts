import { keyOfWords } from '../consent.ts';
import { longDate, readDate } from '../dates.ts';
import { findFile } from '../files.ts';
import { readMarkdown, renderBlocks } from '../markdown.ts';
import type { BlockPart } from '../outline.ts';
import { allowFields, hasText, requireDate, requireField, type BlockReading } from './block.ts';

/** What somebody with lived experience said, who has agreed to its use here. */
export interface Voice {
	kind: 'voice';
	/** A role and never a name. */
	role: string;
	/** Nobody said it: it shows what a voice looks like. */
	fictional: boolean;
	/** The last day of the consent, `2026-03-03`; absent where the voice is fictional. */
	until?: string;
	/** The words, as HTML; of a recording, all of them. */
	html: string;
	audio?: { src: string; type: string };
}

const CONSENT = '`given` or `withdrawn` with its date, such as `given 3 March 2026`, or `fictional`';

/**
 * Reads `:::voice`. One whose consent has been withdrawn, or is over, is left out
 * of the document, and the author is told until the block is deleted.
 */
export function readVoice(part: BlockPart, reading: BlockReading): Voice | undefined {
	const { report } = reading;
	allowFields(part, ['role', 'consent', 'recorded-by', 'until', 'audio'], report);
	const consent = requireConsent(part, reading);
	// Nothing else about the block may stand in the way of a withdrawal.
	if (consent?.state === 'withdrawn') return withdraw(part, consent.date!, reading), undefined;
	const role = requireField(part, 'role', 'who says it, as a role such as `a peer support worker`', report);
	const fictional = consent?.state === 'fictional';
	const until = fictional || !consent ? undefined : requireDate(part, 'until', 'the last day of the consent', report);
	if (until && reading.today && until < reading.today) return report('voice-consent-over', part.line, longDate(until)), undefined;
	if (consent && !fictional) requireField(part, 'recorded-by', 'the role of whoever wrote the consent down', report);
	const audio = part.fields.get('audio');
	const file = audio && findFile('audio', audio.value, audio.line, reading);
	if (!hasText(part, report) || !role || !consent) return undefined;
	const html = renderBlocks(readMarkdown(part.text, part.textLine, reading));
	return { kind: 'voice', role, fictional, ...(until ? { until } : {}), html, ...(file ? { audio: { src: file.src, type: file.type } } : {}) };
}

/** Tells the author, and keeps which words they are: older versions of the module may still have them. */
function withdraw(part: BlockPart, date: string, reading: BlockReading): void {
	reading.report('voice-withdrawn', part.line, longDate(date));
	const quiet = { ...reading, report: () => {} };
	reading.withdrawn.push(keyOfWords(renderBlocks(readMarkdown(part.text, part.textLine, quiet))));
}

interface Consent {
	state: 'given' | 'withdrawn' | 'fictional';
	date?: string;
}

function requireConsent(part: BlockPart, { report, today }: BlockReading): Consent | undefined {
	const value = requireField(part, 'consent', CONSENT, report);
	if (!value) return undefined;
	if (value === 'fictional') return { state: 'fictional' };
	const [, state, words] = /^(given|withdrawn) (.+)$/.exec(value) ?? [];
	const date = words && readDate(words);
	if (date && !(today && date > today)) return { state: state as Consent['state'], date };
	return report('field-invalid', part.fields.get('consent')!.line, 'consent', value, date ? 'a day that has been' : CONSENT), undefined;
}
