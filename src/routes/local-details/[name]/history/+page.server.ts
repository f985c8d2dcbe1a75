import { error, fail, redirect } from '@sveltejs/kit';
import { requirePermission } from '#lib/server/accounts/guard.ts';
import { standingOf } from '#lib/server/local-details/content.ts';
import { findEntry } from '#lib/server/local-details/entries.ts';
import { historyOf } from '#lib/server/local-details/history.ts';
import { titleOf } from '#lib/server/local-details/named.ts';
import { putBack } from '#lib/server/local-details/save.ts';
import { readForm } from '#lib/server/read-form.ts';

export async function load({ locals, params: { name }, url }) {
	requirePermission(locals, 'learning', 'author');
	const before = Number(url.searchParams.get('before') ?? NaN);
	const entry = await findEntry(locals.db, name, locals.now);
	const { changes, more } = await historyOf(locals.db, name, Number.isSafeInteger(before) ? before : undefined);
	// An entry that was deleted has a history only.
	if (!entry && changes.length === 0) error(404, 'Page not found');
	const { content, revision } = await standingOf(locals.db, name);
	return { name, title: titleOf(name), exists: entry !== undefined, text: content.text, revision, changes, more };
}

export const actions = {
	async putBack({ locals, params: { name }, request }) {
		const { id } = requirePermission(locals, 'learning', 'author');
		const form = await readForm(request);
		const earlier = { change: Number(form.get('change')), side: form.get('side') === 'before' ? ('before' as const) : ('after' as const) };
		const result = await putBack(locals.db, name, Number(form.get('base')), earlier, { personId: id, now: locals.now });
		if (result.kind === 'unknown') error(404, 'Page not found');
		if (result.kind === 'refused') return fail(400, { problems: result.problems });
		if (result.kind === 'unread') return fail(409, { problems: ['Somebody else has changed this since you opened the page. Read what is new here, and then choose again'] });
		redirect(303, `/local-details/${name}?done=put-back`);
	}
};
