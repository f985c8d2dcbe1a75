import { redirect } from '@sveltejs/kit';
import { requirePermission } from '#lib/server/accounts/guard.ts';
import { packageAt } from '#lib/server/packages/address.ts';
import { claimsTooMuch } from '#lib/server/packages/claims.ts';

/** The package's bytes; where they are not handed out, its page says why. */
export async function GET({ locals, params }) {
	requirePermission(locals, 'learning');
	const read = await packageAt(locals.db, params);
	const { module, id, ready, fileName, length } = read.made;
	if (read.kind === 'altered' || !ready || (await claimsTooMuch(locals.db, read.made))) redirect(303, `/packages/${module}/${id}`);
	return new Response(read.bytes, {
		headers: { 'content-type': 'application/zip', 'content-length': String(length), 'content-disposition': `attachment; filename="${fileName}"` }
	});
}
