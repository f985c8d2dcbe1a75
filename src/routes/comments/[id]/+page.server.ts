import { error, fail, redirect } from '@sveltejs/kit';
import { requirePermission } from '#lib/server/accounts/guard.ts';
import { deleteComment, findBatch, LONGEST_NOTE, settleBatch } from '#lib/server/comments/batches.ts';
import { findNames } from '#lib/server/person-names.ts';
import { readForm } from '#lib/server/read-form.ts';
import { tooLong, typedText } from '#lib/server/typed-text.ts';

export async function load({ locals, params }) {
	return { batch: await requireBatch(locals, params.id), longest: LONGEST_NOTE };
}

async function requireBatch(locals: App.Locals, id: string) {
	requirePermission(locals, 'author');
	const batch = await findBatch(locals.db, id);
	if (!batch) error(404, 'Page not found');
	return batch;
}

export const actions = {
	/** Notes that the comments are dealt with, and what changed. */
	async settle({ locals, params, request }) {
		const batch = await requireBatch(locals, params.id);
		const note = typedText(await readForm(request), 'note');
		const names = findNames(note);
		const problem = tooLong(note, LONGEST_NOTE) ?? (names.length > 0 ? `Everybody can read this. Take out what may name a person: ${names.join(', ')}` : undefined);
		if (problem) return fail(400, { note, problem });
		await settleBatch(locals.db, batch.id, note, locals.now);
		redirect(303, `/comments?module=${batch.module}`);
	},

	/** Notes that they are not dealt with after all. */
	async unsettle({ locals, params }) {
		const batch = await requireBatch(locals, params.id);
		await settleBatch(locals.db, batch.id, undefined, locals.now);
		redirect(303, `/comments/${batch.id}`);
	},

	/** Deletes one comment. */
	async remove({ locals, params, request }) {
		const batch = await requireBatch(locals, params.id);
		const form = await readForm(request);
		const comment = String(form.get('comment') ?? '');
		if (form.get('confirm') !== 'yes') return fail(400, { unconfirmed: comment });
		await deleteComment(locals.db, batch.id, comment);
		redirect(303, `/comments/${batch.id}`);
	}
};
