import type { Format } from './format.ts';

/** One element of a data model. */
export interface Element {
	access: 'read' | 'write' | 'both';
	/** Absent where nothing may be written, and where `byType` decides. */
	format?: Format;
	/** The formats by the type of the interaction that the element belongs to. */
	byType?: Readonly<Record<string, Format>>;
}

/** A place in a list. */
export interface Item {
	list: string;
	index: number;
}

/** What a name in the data model stands for. */
export type Named =
	| { kind: 'element'; element: Element; pattern: string; items: Item[] }
	| { kind: 'version' | 'children' | 'count'; of: string; items: Item[] }
	| { kind: 'no-version' | 'no-children' | 'no-count' | 'nothing' };

/** The elements of a standard, and how they hang together. */
export interface DataModel {
	/** Finds what `name` stands for: an element with the lists that it stands in, a keyword, or nothing. */
	lookUp(name: string): Named;
	/** The children of the group called `name`, as `_children` lists them. */
	childrenOf(name: string): string;
	/** The ids of the items that `name` stands in, from the outermost: what identifies it. */
	idsOf(items: readonly Item[]): string[];
}

export const read = (): Element => ({ access: 'read' });
export const write = (format: Format): Element => ({ access: 'write', format });
export const readWrite = (format: Format): Element => ({ access: 'both', format });

/** A data model of `elements`, with `n` for an index; of `groups` that name their children; and of `lists` that have a count. */
export function dataModel(elements: Readonly<Record<string, Element>>, groups: readonly string[], lists: readonly string[]): DataModel {
	const patterns = Object.keys(elements);

	function keyword(kind: 'version' | 'children' | 'count', of: string, having: readonly string[]): Named {
		const pattern = patternOf(of);
		if (having.includes(pattern)) return { kind, of, items: itemsOf(`${of}.`) };
		const exists = patterns.some((name) => name === pattern || name.startsWith(`${pattern}.`));
		return { kind: exists ? `no-${kind}` : 'nothing' };
	}
	return {
		lookUp(name) {
			const of = name.slice(0, name.lastIndexOf('.'));
			if (name.endsWith('._version')) return keyword('version', of, ['cmi']);
			if (name.endsWith('._children')) return keyword('children', of, groups);
			if (name.endsWith('._count')) return keyword('count', of, lists);
			const pattern = /\.n(\.|$)/.test(name) ? '' : patternOf(name);
			const element = Object.hasOwn(elements, pattern) ? elements[pattern] : undefined;
			return element ? { kind: 'element', element, pattern, items: itemsOf(name) } : { kind: 'nothing' };
		},
		childrenOf(name) {
			const start = `${patternOf(name)}.`;
			const children = patterns.flatMap((pattern) => {
				const [first, second] = pattern.startsWith(start) ? pattern.slice(start.length).split('.') : [];
				return first === 'n' ? [second!] : first ? [first] : [];
			});
			return [...new Set(children)].join(',');
		},
		idsOf: (items) => items.map(({ list, index }) => `${list}.${index}.id`).filter((id) => patterns.includes(patternOf(id)))
	};
}

function itemsOf(name: string): Item[] {
	return [...name.matchAll(/\.(\d+)(?=\.)/g)].map((found) => ({ list: name.slice(0, found.index), index: Number(found[1]) }));
}

/** `cmi.interactions.0.id` as `cmi.interactions.n.id`; an index has no leading zero. */
function patternOf(name: string): string {
	return name.replace(/\.(0|[1-9]\d*)(?=\.|$)/g, '.n');
}
