import { requirePermission } from '#lib/server/accounts/guard.ts';
import { STATES } from '#lib/server/local-details/checking.ts';
import { listEntries, plainWords, removedNames, searchEntries } from '#lib/server/local-details/entries.ts';
import { titleOf, type Request } from '#lib/server/local-details/named.ts';

const LONGEST_SEARCH = 100;

export async function load({ locals, url }) {
	requirePermission(locals, 'learning', 'author');
	const all = await listEntries(locals.db, locals.now);
	const search = (url.searchParams.get('search') ?? '').slice(0, LONGEST_SEARCH);
	const only = STATES.find((state) => state === url.searchParams.get('only'));
	const found = searchEntries(all, search).filter(({ state }) => only === undefined || state === only);
	const removed = await removedNames(locals.db);
	const imported = Number(url.searchParams.get('imported') ?? NaN);
	return {
		total: all.length,
		counts: STATES.map((state) => ({ state, count: all.filter((entry) => entry.state === state).length })),
		groups: STATES.map((state) => ({
			state,
			entries: found.filter((entry) => entry.state === state).map(({ name, title, text, keptBy, checkedOn, checkBy, requests }) => ({ name, title, filled: text !== '', keptBy: isolated(keptBy), checkedOn, checkBy, about: aboutOf(requests) }))
		})).filter(({ entries }) => entries.length > 0),
		search,
		only,
		removed: removed.map((name) => ({ name, title: titleOf(name) })),
		justRemoved: removed.find((name) => name === url.searchParams.get('removed')),
		imported: Number.isSafeInteger(imported) && imported > 0 ? imported : undefined
	};
}

/** Words that do not turn those around them, whatever script they are in. */
function isolated(words: string): string {
	return words && `\u2068${words}\u2069`;
}

/** What is asked for, in words: the first wording where there are several. */
function aboutOf(requests: Request[]): string {
	const asked = requests.find(({ html }) => html !== undefined)?.html;
	if (asked !== undefined) return plainWords(asked);
	return requests.length > 0 ? 'Stands under this title in "Get support".' : '';
}
