import type { Report } from './diagnostic.ts';

const ID = /^[a-z][a-z0-9-]{0,59}$/;

/** Whether an author may use `id` for a page, a question or a module's folder. */
export function isId(id: string): boolean {
	// Every object has a constructor, so a record by id would seem to have an entry for it.
	return ID.test(id) && id !== 'constructor';
}

/** A heading as an id: `What peers do, and don't` becomes `what-peers-do-and-dont`. */
export function slugify(heading: string): string {
	const slug = heading
		.normalize('NFKD')
		.replace(/[\u0300-\u036f'’]/g, '')
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, '-')
		.replace(/^[^a-z]+/, '')
		.slice(0, 60)
		.replace(/-+$/, '');
	return slug === '' ? 'page' : slug;
}

/** Gives out ids once each: a second use of one is a diagnostic. */
export interface Ids {
	/** Takes an id that an author wrote. */
	claim(id: string, line: number): string;
	/** Takes an id made from a heading or from another id, which may be longer. */
	derive(id: string, line: number): string;
}

/** Starts with no id taken. */
export function ids(report: Report): Ids {
	const lines = new Map<string, number>();
	const derive = (id: string, line: number) => {
		const taken = lines.get(id);
		if (taken === undefined) lines.set(id, line);
		else report('id-duplicate', line, id, taken);
		return id;
	};
	return {
		derive,
		claim(id, line) {
			if (isId(id)) return derive(id, line);
			report('id-invalid', line, id);
			return id;
		}
	};
}
