import { currentVersions } from '#lib/server/library/versions.ts';
import { signOffState } from '#lib/server/sign-off/state.ts';

export async function load({ locals: { db } }) {
	const versions = await currentVersions(db);
	const states = await Promise.all(versions.map((version) => signOffState(db, version)));
	const modules = versions.map(({ module: { slug, title } }, index) => ({ slug, title, signedOff: states[index]!.signedOff }));
	return { drafts: modules.filter(({ signedOff }) => !signedOff), signedOff: modules.filter(({ signedOff }) => signedOff).length };
}
