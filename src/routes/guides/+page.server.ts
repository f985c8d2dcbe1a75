import { requirePerson } from '#lib/server/accounts/guard.ts';
import { currentGuides } from '#lib/server/library/guides.ts';

export async function load({ locals }) {
	requirePerson(locals);
	const guides = (await currentGuides(locals.db)).map(({ guide: { slug, kind, title, summary, minutes, lang, dir } }) => ({ slug, kind, title, summary, minutes, lang, dir }));
	return { guides: guides.filter(({ kind }) => kind === 'guide'), sessions: guides.filter(({ kind }) => kind === 'session') };
}
