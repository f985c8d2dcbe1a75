import type { BlockPart } from '../outline.ts';
import { suggest } from '../suggestion.ts';
import { allowFields, claimId, hasText, requireField, type BlockReading } from './block.ts';
import { readOptions, type MarkedOption, type Option } from './options.ts';
import { divideSteps, type StepPart } from './steps.ts';

/** How a choice stands beside the others. Nothing is wrong; some things help more. */
export type Standing = 'most helpful' | 'also reasonable';

/** One choice, and where it leads. */
export interface Choice extends Option {
	standing?: Standing;
	/** The number of the step that follows; absent where the scenario ends. */
	next?: number;
}

/** One moment of a scenario: what happens, and what people could do. */
export interface Step {
	/** Its heading; absent of the first. */
	title?: string;
	/** As HTML. */
	situation: string;
	options: Choice[];
}

/** A situation at work, with choices that a kind, tired colleague could really make and what may follow. */
export interface Scenario {
	kind: 'scenario';
	id: string;
	title: string;
	/** The first is where it starts. Each leads only to later ones, so nobody goes round in circles. */
	steps: Step[];
}

/** The state has a letter for each step, and people have a limit too. */
const MOST_STEPS = 6;

/** Reads `:::scenario`. */
export function readScenario(part: BlockPart, reading: BlockReading): Scenario | undefined {
	const { report } = reading;
	allowFields(part, ['title', 'id'], report);
	const id = claimId(part, 's', reading);
	const title = requireField(part, 'title', 'a few words, such as `title: A busy afternoon`', report);
	if (!hasText(part, report) || !title) return undefined;
	const parts = divideSteps(part, report);
	if (parts.length > MOST_STEPS) report('steps-too-many', parts[MOST_STEPS]!.line, parts.length);
	const steps = parts.map((step, index) => readStep(step, index, parts, reading));
	if (steps.some((step) => step === undefined)) return undefined;
	const sound = steps as Step[];
	const reached = new Set([0, ...sound.flatMap(({ options }) => options.map(({ next }) => next))]);
	for (const [index, { line, title }] of parts.entries()) if (!reached.has(index)) report('step-unreached', line, title ?? '');
	return { kind: 'scenario', id, title, steps: sound };
}

function readStep(step: StepPart, index: number, all: readonly StepPart[], reading: BlockReading): Step | undefined {
	const { report } = reading;
	const list = readOptions(step, 'scenario', reading);
	if (!list) return undefined;
	const options = list.options.map((option) => readChoice(option, step, index, all, reading));
	if (!options.some(({ standing }) => standing === 'most helpful')) report('scenario-without-most-helpful', step.line);
	const situation = list.prompt === '' ? list.lead : `${list.lead}\n<p>${list.prompt}</p>`.trim();
	return { ...(step.title === undefined ? {} : { title: step.title }), situation, options };
}

function readChoice({ mark, line, ...option }: MarkedOption, step: StepPart, index: number, all: readonly StepPart[], { report }: BlockReading): Choice {
	const isStanding = mark === 'most helpful' || mark === 'also reasonable';
	if (mark !== undefined && mark !== '' && !isStanding) report('option-mark-unknown', line, mark);
	const next = follow(step.leads.get(line), line, index, all, report);
	return { ...option, ...(isStanding ? { standing: mark as Standing } : {}), ...(next === undefined ? {} : { next }) };
}

/** The step that a choice leads to: the one that it names, or else the next one; none after the last and after "end". */
function follow(lead: { name: string; line: number } | undefined, line: number, index: number, all: readonly StepPart[], report: BlockReading['report']): number | undefined {
	if (!lead) return index + 1 < all.length ? index + 1 : undefined;
	if (lead.name.toLowerCase() === 'end') return undefined;
	const found = all.findIndex(({ title }) => title?.toLowerCase() === lead.name.toLowerCase());
	if (found > index) return found;
	const titles = all.slice(index + 1).flatMap(({ title }) => (title === undefined ? [] : [title]));
	if (found === -1) report('step-unknown', lead.line, lead.name, suggest(lead.name, [...titles, 'end']));
	else report('step-leads-back', lead.line, lead.name);
	return undefined;
}
