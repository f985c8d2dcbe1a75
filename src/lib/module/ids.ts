import type { Report } from './diagnostic.ts';

const ID = /^[a-z][a-z0-9-]{0,59}$/;

/** Whether an author may use `id` for a page, a question or a module's folder. */
export function isId(id: string): boolean {
	return ID.test(id);
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
	claim(id: string, line: number): string;
}

/** Starts with no id taken. */
export function ids(report: Report): Ids {
	const lines = new Map<string, number>();
	return {
		claim(id, line) {
			const taken = lines.get(id);
			if (!isId(id)) report('id-invalid', line, id);
			else if (taken !== undefined) report('id-duplicate', line, id, taken);
			else lines.set(id, line);
			return id;
		}
	};
}
