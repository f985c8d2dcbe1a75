import { readActivity } from './blocks/activity.ts';
import { readAudio } from './blocks/audio.ts';
import { readCallout } from './blocks/callout.ts';
import { readChecklist } from './blocks/checklist.ts';
import { readCheckIn } from './blocks/check-in.ts';
import { readCheckOut } from './blocks/check-out.ts';
import { readContentNote, type ContentNote } from './blocks/content-note.ts';
import { readDetails } from './blocks/details.ts';
import { readDo, readDoNot } from './blocks/do-list.ts';
import { gatherTerms, readGlossary } from './blocks/glossary.ts';
import { readImage } from './blocks/image.ts';
import { readLocalDetail } from './blocks/local-detail.ts';
import { readMatch } from './blocks/match.ts';
import { readOrder } from './blocks/order.ts';
import { readPause } from './blocks/pause.ts';
import { readProse } from './blocks/prose.ts';
import { readQuestion } from './blocks/question.ts';
import { readReflection } from './blocks/reflection.ts';
import { readScenario } from './blocks/scenario.ts';
import { readSupport } from './blocks/support.ts';
import { readVideo } from './blocks/video.ts';
import { readVoice } from './blocks/voice.ts';
import type { BlockReading } from './blocks/block.ts';
import type { Report } from './diagnostic.ts';
import type { Files } from './files.ts';
import { ids, slugify } from './ids.ts';
import { withinLimits } from './limits.ts';
import type { Block, Page } from './module.ts';
import type { BlockPart, Part, Section } from './outline.ts';
import { suggest } from './suggestion.ts';
import { reportUnused } from './terms.ts';

const READERS: Record<string, (part: BlockPart, reading: BlockReading) => Block | undefined> = {
	'check-in': readCheckIn,
	question: readQuestion,
	order: readOrder,
	match: readMatch,
	scenario: readScenario,
	reflection: readReflection,
	do: readDo,
	'do-not': readDoNot,
	callout: readCallout,
	details: readDetails,
	image: readImage,
	audio: readAudio,
	video: readVideo,
	voice: readVoice,
	activity: readActivity,
	checklist: readChecklist,
	pause: readPause,
	support: readSupport,
	'local-detail': readLocalDetail,
	glossary: readGlossary,
	'check-out': readCheckOut
};
const NOTE = 'content-note';

/** Every kind of block that can stand after `:::`. */
export const BLOCK_NAMES: readonly string[] = [NOTE, ...Object.keys(READERS)];

/** What pages are read with. */
export interface PagesReading {
	report: Report;
	files: Files;
	today?: string;
	/** The names of blocks that can stand in them; all unless given. */
	allowed?: readonly string[];
	/** See `Reading` in markdown.ts. */
	deeper?: number;
	/** Gathers the keys of words whose consent was withdrawn (see consent.ts). */
	withdrawn?: string[];
}

/** Reads every page of a file, and reports what is wrong with it. */
export function readPages(sections: readonly Section[], { report, files, today, allowed = BLOCK_NAMES, deeper, withdrawn = [] }: PagesReading): Page[] {
	const taken = ids(report);
	// Pages claim their ids first, so that a question's never takes a page's.
	const claimed = sections.map(({ id, title, line }) => (id === undefined ? taken.derive(slugify(title), line) : taken.claim(id, line)));
	const glossary = { terms: gatherTerms(sections, { report, files }), used: new Set<string>() };
	const pages = sections.map((section, index): Page => {
		const id = claimed[index]!;
		for (const part of section.parts) {
			if (part.kind === 'block' && BLOCK_NAMES.includes(part.name) && !allowed.includes(part.name)) report('block-not-in-guide', part.line, part.name);
		}
		const page = { id, first: index === 0, last: index === sections.length - 1, counts: new Map() };
		return readPage(section, { report, files, ids: taken, page, explained: { glossary, page: id, done: new Set() }, withdrawn, ...(today ? { today } : {}), ...(deeper ? { deeper } : {}) });
	});
	reportUnused(glossary, report);
	return pages;
}

function readPage(section: Section, reading: BlockReading): Page {
	const { report } = reading;
	const blocks: Block[] = [];
	let pageNote: ContentNote | undefined;
	/** A note that waits for the block below it. */
	let waiting: { note: ContentNote | undefined; line: number } | undefined;
	for (const [index, part] of section.parts.entries()) {
		if (!withinLimits(part.text, part.kind === 'prose' ? part.line : part.textLine, report)) continue;
		if (part.kind === 'block' && part.name === NOTE) {
			const note = readContentNote(part, reading);
			if (waiting || (index > 0 && isNote(section.parts[index - 1]))) report('note-twice', part.line);
			else if (index === 0) pageNote = note;
			else waiting = { note, line: part.line };
			continue;
		}
		const block: Block | undefined = part.kind === 'prose' ? readProse(part, reading) : readBlock(part, reading);
		if (waiting && part.kind === 'prose') report('note-over-text', waiting.line);
		else if (block && waiting?.note) block.note = waiting.note;
		waiting = undefined;
		if (block) blocks.push(block);
	}
	if (waiting) report('note-over-nothing', waiting.line);
	if (section.parts.every(isNote)) report('page-empty', section.line, section.title);
	return { id: reading.page.id, title: section.title, ...(pageNote ? { note: pageNote } : {}), blocks };
}

function isNote(part: Part | undefined): boolean {
	return part?.kind === 'block' && part.name === NOTE;
}

function readBlock(part: BlockPart, reading: BlockReading): Block | undefined {
	const read = Object.hasOwn(READERS, part.name) ? READERS[part.name] : undefined;
	if (!read) reading.report('block-unknown', part.line, part.name, suggest(part.name, BLOCK_NAMES));
	return read?.(part, reading);
}
