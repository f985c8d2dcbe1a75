import { error } from '@sveltejs/kit';

/**
 * The fields of the form that was sent. A body that is no form, or is cut off in
 * the middle, is a mistake of whoever sends it and no fault of ours.
 */
export async function readForm(request: Request): Promise<FormData> {
	return request.formData().catch(refuse);
}

/** The text that was sent, likewise. */
export async function readText(request: Request): Promise<string> {
	return request.text().catch(refuse);
}

function refuse(cause: unknown): never {
	const unreadable = cause instanceof TypeError || (cause as { code?: string }).code === 'ECONNRESET';
	if (!unreadable) throw cause;
	error(400, 'Sorry, the site could not read this');
}
