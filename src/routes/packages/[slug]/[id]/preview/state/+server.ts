import { error } from '@sveltejs/kit';
import { safeParse } from 'valibot';
import { previewed } from '#lib/server/previews/previewed.ts';
import { keepState } from '#lib/server/previews/previews.ts';
import { LARGEST_STATE, State } from '#lib/server/previews/state.ts';
import { readText } from '#lib/server/read-form.ts';

/** Keeps what the learning system of a preview keeps. It comes from the frame, which is not ours, by the page around it. */
export async function POST({ locals, params, request }) {
	const { preview } = await previewed(locals, params);
	const text = await readText(request);
	if (text.length > LARGEST_STATE) error(413, 'This is more than a learning system keeps');
	const read = safeParse(State, text);
	if (!read.success) error(400, 'Sorry, the site could not read this');
	await keepState(locals.db, preview, read.output, locals.now);
	return new Response(null, { status: 204 });
}
