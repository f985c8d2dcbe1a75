/** Some of many things, with where they stand among them. */
export interface Paged<T> {
	items: T[];
	/** From 1. */
	number: number;
	/** How many pages there are, at least 1. */
	pages: number;
}

/** The page of `all` that an address asks for; the nearest there is where it asks for none of them. */
export function pageOf<T>(all: T[], asked: string | null, size: number): Paged<T> {
	const pages = Math.max(1, Math.ceil(all.length / size));
	const number = Math.min(Math.max(1, Math.trunc(Number(asked)) || 1), pages);
	return { items: all.slice((number - 1) * size, number * size), number, pages };
}
