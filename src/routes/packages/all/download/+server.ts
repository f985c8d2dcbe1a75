import { redirect } from '@sveltejs/kit';
import { londonDate } from '#lib/module/dates.ts';
import { requirePermission } from '#lib/server/accounts/guard.ts';
import { bundlePackages } from '#lib/server/packages/bundle.ts';

/** The newest package of each module, as one zip; where one of them was altered, whoever asks is led to it. */
export async function GET({ locals }) {
	requirePermission(locals, 'learning');
	const bundle = await bundlePackages(locals.db);
	if (bundle.kind === 'empty') redirect(303, '/packages');
	if (bundle.kind === 'altered') redirect(303, `/packages?${new URLSearchParams(bundle.altered.map(({ module }) => ['altered', module]))}`);
	const name = `packages-${londonDate(locals.now)}.zip`;
	return new Response(bundle.stream, { headers: { 'content-type': 'application/zip', 'content-disposition': `attachment; filename="${name}"` } });
}
