import { error } from '@sveltejs/kit';

/** The forms that are being read: a body can be read once, and more than one asks for it. */
const forms = new WeakMap<Request, Promise<FormData>>();

/**
 * The fields of the form that was sent, however often they are asked for. A body
 * that is no form, or is cut off in the middle, is a mistake of whoever sends it
 * and no fault of ours.
 */
export async function readForm(request: Request): Promise<FormData> {
	const form = forms.get(request) ?? request.formData();
	forms.set(request, form);
	return form.catch(refuse);
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
