import { certificateBehind } from '#lib/server/records/certificates.ts';

/** The same status whether a certificate is shown or not: an answer that differed would say that there is something behind a link. */
export async function load({ locals, params, setHeaders }) {
	setHeaders({ 'cache-control': 'private, no-store', 'x-robots-tag': 'noindex, nofollow' });
	const certificate = await certificateBehind(locals.db, params.token);
	if (!certificate) return { certificate: undefined };
	const { name, nameWrittenOn, title, completedAt, version } = certificate;
	return { certificate: { name, nameWrittenOn, title, completedAt, draft: version?.draft ?? false } };
}
