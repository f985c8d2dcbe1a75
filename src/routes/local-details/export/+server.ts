import { requirePermission } from '#lib/server/accounts/guard.ts';
import { listEntries, plainWords } from '#lib/server/local-details/entries.ts';
import { writeDetailsFile } from '#lib/server/local-details/file.ts';
import { isSame, NOTHING } from '#lib/server/local-details/content.ts';

export async function GET({ locals }) {
	requirePermission(locals, 'learning', 'author');
	const entries = (await listEntries(locals.db, locals.now)).sort((one, other) => (one.name < other.name ? -1 : 1));
	const filled = entries.filter((entry) => !isSame(entry, NOTHING));
	const missing = entries.filter((entry) => isSame(entry, NOTHING)).map(({ name, title, requests }) => ({ name, request: plainWords(requests.find(({ html }) => html)?.html ?? title) }));
	return new Response(writeDetailsFile(filled, missing), {
		headers: { 'content-type': 'application/yaml; charset=utf-8', 'content-disposition': 'attachment; filename="local-details.yaml"' }
	});
}
