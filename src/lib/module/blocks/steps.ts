import type { Report } from '../diagnostic.ts';
import type { BlockPart } from '../outline.ts';

/** The text of one step of a scenario, as a block of its own. */
export interface StepPart extends BlockPart {
	/** From its `##` heading; absent of the first. */
	title?: string;
	/** Where each choice leads, by the line of the choice. */
	leads: Map<number, { name: string; line: number }>;
}

const HEADING = /^##[ \t]/;
const CHOICE = /^(?:[-*+]|\d{1,9}[.)])[ \t]/;
/** Under a choice or in its feedback. */
const LEAD = /^[ \t]*(?:>[ \t]*)?next:/;

/**
 * Divides a scenario at its `##` headings, and takes the lines `next: …` out of
 * its choices; an empty line stays for each, so that every line keeps its number.
 */
export function divideSteps(part: BlockPart, report: Report): StepPart[] {
	const steps: (StepPart & { lines: string[] })[] = [];
	const begin = (line: number, title?: string) => {
		steps.push({ ...part, line, textLine: line + 1, text: '', lines: [], leads: new Map(), ...(title === undefined ? {} : { title }) });
	};
	begin(part.textLine - 1);
	let choice: number | undefined;
	for (const [index, line] of part.text.split('\n').entries()) {
		const number = part.textLine + index;
		const step = steps.at(-1)!;
		if (HEADING.test(line)) {
			// CommonMark lets a heading end in `#` too.
			const title = line.slice(2).trim().replace(/(^|[ \t])#+$/, '').trimEnd();
			const taken = title === '' ? 'end' : title.toLowerCase();
			if (taken === 'end' || steps.some((other) => other.title?.toLowerCase() === taken)) report('step-name-taken', number, title);
			begin(number, title);
			choice = undefined;
			continue;
		}
		if (CHOICE.test(line)) choice = number;
		const lead = choice === undefined ? null : LEAD.exec(line);
		if (lead) step.leads.set(choice!, { name: line.slice(lead[0].length).trim(), line: number });
		step.lines.push(lead ? '  >' : line);
	}
	// What a finding about the whole of the first step points at is the block itself.
	return steps.map(({ lines, ...step }, index) => ({ ...step, line: index === 0 ? part.line : step.line, text: lines.join('\n') }));
}
