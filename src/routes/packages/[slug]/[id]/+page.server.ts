import { error } from '@sveltejs/kit';
import { optionsInWords } from '#lib/package/options-in-words.ts';
import { requirePermission } from '#lib/server/accounts/guard.ts';
import { packageAt } from '#lib/server/packages/address.ts';
import { claimsTooMuch } from '#lib/server/packages/claims.ts';
import { packagedModule } from '#lib/server/packages/overview.ts';

export async function load({ locals, params }) {
	requirePermission(locals, 'learning');
	const { kind, made } = await packageAt(locals.db, params);
	const packaged = await packagedModule(locals.db, params.slug, locals.now);
	if (!packaged) error(404, 'Page not found');
	const { version, newest, outdated } = packaged;
	const { ingredients: _, options, ...facts } = made;
	return {
		title: version.module.title,
		made: facts,
		options: optionsInWords(options),
		altered: kind === 'altered',
		claimsTooMuch: await claimsTooMuch(locals.db, made),
		outdated: newest!.id === made.id ? outdated : [],
		newer: newest!.id === made.id ? undefined : newest!.id
	};
}
