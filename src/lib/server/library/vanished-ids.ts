import { answerables, type Module } from '#lib/module/module.ts';

/** An id that the version before had and the new one has not: what people did under it is no longer found. */
export interface VanishedId {
	id: string;
	/** What would keep it, to be written where it belongs. */
	remedy: string;
}

/** The ids of `before` that `after` lacks. */
export function vanishedIds(before: Module, after: Module): VanishedId[] {
	const pages = new Set(after.pages.map(({ id }) => id));
	const questions = new Set(after.pages.flatMap(answerables).map(({ id }) => id));
	return before.pages.flatMap((page) => [
		...(pages.has(page.id) ? [] : [{ id: page.id, remedy: `# … {#${page.id}}` }]),
		...answerables(page)
			.filter(({ id }) => !questions.has(id))
			.map(({ id }) => ({ id, remedy: `id: ${id}` }))
	]);
}
