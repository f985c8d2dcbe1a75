import { requirePerson } from '#lib/server/accounts/guard.ts';
import { currentGuides } from '#lib/server/library/guides.ts';
import { localDetails } from '#lib/server/library/local-details.ts';

export async function load({ locals }) {
	requirePerson(locals);
	const stories = (await currentGuides(locals.db)).filter(({ guide }) => guide.kind === 'story');
	const details = await localDetails(locals.db);
	return { stories: stories.map(({ guide: { slug, title, summary, lang, dir } }) => ({ slug, title, summary, lang, dir })), peerLead: details['peer-lead'] };
}
