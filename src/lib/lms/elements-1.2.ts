import * as format from './formats-1.2.ts';
import type { Format } from './formats-1.2.ts';

/** One element of the data model (RTE 3.4.4). */
export interface Element {
	access: 'read' | 'write' | 'both';
	/** Absent where nothing may be written, and where the interaction's type decides. */
	format?: Format;
	/** ESR's adapter has it; it answers 401 to all others. */
	esr: boolean;
}

const read = (): Element => ({ access: 'read', esr: false });
const write = (format?: Format): Element => ({ access: 'write', format, esr: false });
const both = (format: Format): Element => ({ access: 'both', format, esr: false });
const inEsr = (element: Element): Element => ({ ...element, esr: true });

/** Every element, with `n` for an index. */
const ELEMENTS: Readonly<Record<string, Element>> = {
	'cmi.core.student_id': inEsr(read()),
	'cmi.core.student_name': inEsr(read()),
	'cmi.core.lesson_location': inEsr(both(format.string255)),
	'cmi.core.credit': inEsr(read()),
	'cmi.core.lesson_status': inEsr(both(format.status)),
	'cmi.core.entry': inEsr(read()),
	'cmi.core.score.raw': inEsr(both(format.score)),
	'cmi.core.score.max': both(format.score),
	'cmi.core.score.min': both(format.score),
	'cmi.core.total_time': inEsr(read()),
	'cmi.core.lesson_mode': inEsr(read()),
	'cmi.core.exit': inEsr(write(format.exit)),
	'cmi.core.session_time': inEsr(write(format.timespan)),
	'cmi.suspend_data': inEsr(both(format.string4096)),
	'cmi.launch_data': inEsr(read()),
	'cmi.comments': inEsr(both(format.string4096)),
	'cmi.comments_from_lms': read(),
	'cmi.objectives.n.id': both(format.identifier),
	'cmi.objectives.n.score.raw': both(format.score),
	'cmi.objectives.n.score.max': both(format.score),
	'cmi.objectives.n.score.min': both(format.score),
	'cmi.objectives.n.status': both(format.objectiveStatus),
	'cmi.student_data.mastery_score': read(),
	'cmi.student_data.max_time_allowed': read(),
	'cmi.student_data.time_limit_action': read(),
	'cmi.student_preference.audio': both(format.audio),
	'cmi.student_preference.language': both(format.string255),
	'cmi.student_preference.speed': both(format.speed),
	'cmi.student_preference.text': both(format.captions),
	'cmi.interactions.n.id': write(format.identifier),
	'cmi.interactions.n.objectives.n.id': write(format.identifier),
	'cmi.interactions.n.time': write(format.time),
	'cmi.interactions.n.type': write(format.interactionType),
	'cmi.interactions.n.correct_responses.n.pattern': write(),
	'cmi.interactions.n.weighting': write(format.decimal),
	'cmi.interactions.n.student_response': write(),
	'cmi.interactions.n.result': write(format.result),
	'cmi.interactions.n.latency': write(format.timespan)
};

/** The groups that name their children, and the lists that have a count. */
const GROUPS = ['cmi.core', 'cmi.core.score', 'cmi.objectives', 'cmi.objectives.n.score', 'cmi.student_data', 'cmi.student_preference', 'cmi.interactions'];
const LISTS = ['cmi.objectives', 'cmi.interactions', 'cmi.interactions.n.objectives', 'cmi.interactions.n.correct_responses'];

/** What a name in the data model stands for. */
export type Named =
	| { kind: 'element'; element: Element; lists: { list: string; index: number }[] }
	| { kind: 'version' | 'children' | 'count'; of: string }
	| { kind: 'no-children' | 'no-count' | 'nothing' };

/** Finds what `name` stands for: an element with the lists that it stands in, a keyword, or nothing. */
export function lookUp(name: string): Named {
	if (name === 'cmi._version') return { kind: 'version', of: 'cmi' };
	const of = name.slice(0, name.lastIndexOf('.'));
	if (name.endsWith('._children')) return keyword('children', of, GROUPS);
	if (name.endsWith('._count')) return keyword('count', of, LISTS);
	const pattern = /\.n(\.|$)/.test(name) ? '' : patternOf(name);
	const element = Object.hasOwn(ELEMENTS, pattern) ? ELEMENTS[pattern] : undefined;
	if (!element) return { kind: 'nothing' };
	const lists = [...name.matchAll(/\.(\d+)(?=\.)/g)].map((found) => ({ list: name.slice(0, found.index), index: Number(found[1]) }));
	return { kind: 'element', element, lists };
}

/** The children of the group called `name`, as `_children` lists them. */
export function childrenOf(name: string): string {
	const start = `${patternOf(name)}.`;
	const children = Object.keys(ELEMENTS).flatMap((pattern) => {
		const [first, second] = pattern.startsWith(start) ? pattern.slice(start.length).split('.') : [];
		return first === 'n' ? [second!] : first ? [first] : [];
	});
	return [...new Set(children)].join(',');
}

function keyword(kind: 'children' | 'count', of: string, having: string[]): Named {
	const pattern = patternOf(of);
	if (having.includes(pattern)) return { kind, of };
	const exists = Object.keys(ELEMENTS).some((name) => name === pattern || name.startsWith(`${pattern}.`));
	return { kind: exists ? `no-${kind}` : 'nothing' };
}

/** `cmi.interactions.0.id` as `cmi.interactions.n.id`; an index has no leading zero. */
function patternOf(name: string): string {
	return name.replace(/\.(0|[1-9]\d*)(?=\.|$)/g, '.n');
}
