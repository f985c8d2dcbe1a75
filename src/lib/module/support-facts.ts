/** What somebody who needs support has to know first of an entry of "Get support", as lines of Markdown. */
export interface SupportFacts {
	/** Who runs it. */
	runBy: string;
	/** A number, an address, or when and where. */
	reach: string;
	/** Whether it is private, and from whom. */
	private: string;
}

/** What each fact is called where people read it, in their order. */
export const SUPPORT_FACTS = { runBy: 'Run by', reach: 'How to reach it', private: 'Is it private' } as const satisfies Record<keyof SupportFacts, string>;

const NAMES = Object.keys(SUPPORT_FACTS) as (keyof SupportFacts)[];
const LINES = new Map(NAMES.map((name) => [name, new RegExp(`^- \\*\\*${SUPPORT_FACTS[name]}:\\*\\*(.*)$`)]));

/**
 * The facts at the head of an entry's text, and what follows them. They are
 * part of the text, as a list, so that modules, packages and the file of local
 * details have them too. A fact that is not there is empty.
 */
export function readFacts(text: string): { facts: SupportFacts; rest: string } {
	const facts: SupportFacts = { runBy: '', reach: '', private: '' };
	const lines = text.split('\n');
	let head = 0;
	for (; head < lines.length; head += 1) {
		const name = NAMES.find((name) => LINES.get(name)!.test(lines[head]!));
		if (!name) break;
		facts[name] = LINES.get(name)!.exec(lines[head]!)![1]!.trim();
	}
	return { facts, rest: lines.slice(head).join('\n').replace(/^\n+/, '') };
}

/** An entry's text with these facts at its head; those that are empty are left out. */
export function writeFacts(facts: SupportFacts, rest: string): string {
	const lines = NAMES.flatMap((name) => {
		const words = facts[name].replace(/\s+/g, ' ').trim();
		return words === '' ? [] : [`- **${SUPPORT_FACTS[name]}:** ${words}`];
	});
	return [lines.join('\n'), rest].filter((part) => part.trim() !== '').join('\n\n');
}
