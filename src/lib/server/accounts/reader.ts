import { readForm } from '../read-form.ts';

const FORMS = ['application/x-www-form-urlencoded', 'multipart/form-data'];

/**
 * Whether a request is a form of a page that was somebody else's: on a shared
 * computer a page may outlast its reader. Each form says whose page it stands on,
 * and that is all it can say. What cannot be read is left to whoever reads it next.
 */
export async function isAnothers(request: Request, personId: string): Promise<boolean> {
	const type = request.headers.get('content-type')?.split(';')[0]!.trim().toLowerCase();
	if (request.method !== 'POST' || !FORMS.includes(type ?? '')) return false;
	const form = await readForm(request).catch(() => undefined);
	return (form?.get('reader') ?? personId) !== personId;
}
