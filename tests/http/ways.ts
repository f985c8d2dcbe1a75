import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { readModule } from '#lib/server/library/folder.ts';
import { hashVersion } from '#lib/server/library/hash.ts';

const ROUTES = resolve(import.meta.dirname, '../../src/routes');
/** The module that the table is about. */
export const MODULE = '/modules/working-alongside-peers';
const VERSION = `${MODULE}/versions/${await hashOf('working-alongside-peers')}`;

/** The version of a module that the site serves from its folder. */
async function hashOf(slug: string): Promise<string> {
	const { source, files } = await readModule(resolve(import.meta.dirname, '../../modules', slug));
	return hashVersion(slug, source.text, files);
}

/** What a request comes to: a status, and where it leads if it leads somewhere. */
export type Answer = string;

export interface Asked {
	path: string;
	fields?: Record<string, string>;
	/** What whoever is signed in gets. */
	person: Answer;
	/** What somebody with the permission "learning" gets, where that differs. */
	learning?: Answer;
	/** What somebody with the permission "author" gets, where that differs. */
	author?: Answer;
	/** What somebody in a peer role gets who may sign off, where that differs. */
	signer?: Answer;
	/** What everybody else gets; being asked to sign in, unless the route is open. */
	nobody?: Answer;
}

/** What somebody gets who has one of the two permissions. */
function either(answer: Answer): Pick<Asked, 'learning' | 'author'> {
	return { learning: answer, author: answer };
}

/**
 * Every way into the site, in the order in which they are tried. Whoever adds a
 * route adds a line here: what everybody gets is tried, and that it tells nobody
 * who is in a sensitive audience.
 */
export const TABLE: Record<string, Asked> = {
	'GET /': { path: '/', person: '200' },
	'GET /due/[date].ics': { path: '/due/2026-12-31.ics', person: '200' },
	'GET /certificates': { path: '/certificates', person: '200' },
	'GET /certificates/[id]': { path: '/certificates/999999', person: '404' },
	'POST /certificates/[id]?/link': { path: '/certificates/999999?/link', fields: { token: 'AAAAAAAAAAAAAAAAAAAAAA', confirm: 'yes' }, person: '404' },
	'POST /certificates/[id]?/off': { path: '/certificates/999999?/off', person: '404' },
	'GET /verify/[token]': { path: '/verify/AAAAAAAAAAAAAAAAAAAAAA', person: '200', nobody: '200' },
	'GET /my-record': { path: '/my-record', person: '200' },
	'GET /my-record/download.csv': { path: '/my-record/download.csv', person: '200' },
	'GET /my-record/download.json': { path: '/my-record/download.json', person: '200' },
	'GET /my-record/details': { path: '/my-record/details', person: '200' },
	'POST /my-record/details?/save': { path: '/my-record/details?/save', fields: { name: '', email: '' }, person: '400' },
	'GET /my-record/password': { path: '/my-record/password', person: '200' },
	'POST /my-record/password?/change': { path: '/my-record/password?/change', fields: { current: '', next: '' }, person: '400' },
	'GET /my-record/sessions': { path: '/my-record/sessions', person: '200' },
	'POST /my-record/sessions?/end': { path: '/my-record/sessions?/end', fields: { session: 'nothing' }, person: '303 /my-record/sessions?ended' },
	'GET /support': { path: '/support', person: '200', nobody: '200' },
	'GET /(about)/about': { path: '/about', person: '200', nobody: '200' },
	'GET /(about)/accessibility': { path: '/accessibility', person: '200', nobody: '200' },
	'GET /(about)/cookies': { path: '/cookies', person: '200', nobody: '200' },
	'GET /(about)/help': { path: '/help', person: '200', nobody: '200' },
	'GET /(about)/privacy': { path: '/privacy', person: '200', nobody: '200' },
	'GET /checker': { path: '/checker', person: '403', author: '200' },
	'POST /checker?/check': { path: '/checker?/check', fields: { text: 'Text' }, person: '403', author: '200' },
	'GET /checker/messages': { path: '/checker/messages', person: '200' },
	'GET /checker/messages/[code]': { path: '/checker/messages/raw-html', person: '200' },
	'GET /guides': { path: '/guides', person: '200' },
	'GET /guides/[slug]': { path: '/guides/guide-peer-lead', person: '200' },
	'GET /guides/[slug]/one-page': { path: '/guides/guide-peer-lead/one-page', person: '200' },
	'GET /peer-work': { path: '/peer-work', person: '200' },
	'GET /peer-work/pathway': { path: '/peer-work/pathway', person: '200' },
	'GET /peer-work/entitlements': { path: '/peer-work/entitlements', person: '200' },
	'GET /peer-work/speaking-up': { path: '/peer-work/speaking-up', person: '200' },
	'GET /stories': { path: '/stories', person: '200' },
	'GET /stories/[slug]': { path: '/stories/nothing', person: '404' },
	'GET /reflections': { path: '/reflections', person: '200' },
	'GET /local-details': { path: '/local-details', person: '403', ...either('200') },
	'GET /local-details/[name]': { path: '/local-details/paid-time', person: '403', ...either('200') },
	'GET /local-details/[name]/history': { path: '/local-details/paid-time/history', person: '403', ...either('200') },
	'GET /local-details/export': { path: '/local-details/export', person: '403', ...either('200') },
	'GET /local-details/import': { path: '/local-details/import', person: '403', ...either('200') },
	'POST /local-details/[name]?/save': { path: '/local-details/role-guides?/save', fields: { base: '0', text: 'Ask.' }, person: '403', ...either('303 /local-details/role-guides?done=saved') },
	'POST /local-details/[name]?/preview': { path: '/local-details/role-guides?/preview', fields: { text: 'Ask.' }, person: '403', ...either('200') },
	'POST /local-details/[name]?/check': { path: '/local-details/paid-time?/check', fields: { base: '0' }, person: '403', ...either('303 /local-details/paid-time?done=checked') },
	'POST /local-details/[name]?/remove': { path: '/local-details/nothing?/remove', fields: { base: '0', remove: 'yes' }, person: '403', ...either('404') },
	'POST /local-details/[name]/history?/putBack': { path: '/local-details/paid-time/history?/putBack', fields: { base: '0', change: '99' }, person: '403', ...either('404') },
	'POST /local-details/import?/check': { path: '/local-details/import?/check', fields: { text: 'paid-time: No.' }, person: '403', ...either('200') },
	'POST /local-details/import?/confirm': { path: '/local-details/import?/confirm', fields: { text: 'paid-time: No.' }, person: '403', ...either('409') },
	'GET /comments': { path: '/comments', person: '403', author: '200' },
	'GET /comments/export': { path: '/comments/export', person: '403', author: '200' },
	'GET /comments/[id]': { path: '/comments/nothing', person: '403', author: '404' },
	'POST /comments/[id]?/settle': { path: '/comments/nothing?/settle', person: '403', author: '404' },
	'POST /comments/[id]?/unsettle': { path: '/comments/nothing?/unsettle', person: '403', author: '404' },
	'POST /comments/[id]?/remove': { path: '/comments/nothing?/remove', person: '403', author: '404' },
	'GET /problems': { path: '/problems', person: '403', ...either('200') },
	'GET /problems/export': { path: '/problems/export', person: '403', ...either('200') },
	'GET /problems/[id]': { path: '/problems/nothing', person: '403', ...either('404') },
	'POST /problems/[id]?/mend': { path: '/problems/nothing?/mend', person: '403', ...either('404') },
	'POST /problems/[id]?/reopen': { path: '/problems/nothing?/reopen', person: '403', ...either('404') },
	'POST /problems/[id]?/remove': { path: '/problems/nothing?/remove', person: '403', ...either('404') },
	'GET /report-a-problem': { path: '/report-a-problem?page=/support', person: '200' },
	'POST /report-a-problem?/send': { path: '/report-a-problem?/send', person: '400' },
	'POST /report-a-problem?/change': { path: '/report-a-problem?/change', fields: { words: 'Words' }, person: '200' },
	'GET /report-a-problem/without-signing-in': { path: '/report-a-problem/without-signing-in', person: '200', nobody: '200' },
	'GET /packages': { path: '/packages', person: '403', learning: '200' },
	'POST /packages/[slug]?/make': { path: '/packages/working-alongside-peers?/make', fields: { profile: 'moodle' }, person: '403', learning: '303 /packages/working-alongside-peers/2' },
	'GET /packages/[slug]': { path: '/packages/managing-triggers', person: '403', learning: '200' },
	'GET /packages/[slug]/[id]/preview': { path: '/packages/working-alongside-peers/1/preview', person: '403', learning: '200' },
	'POST /packages/[slug]/[id]/preview/launch': { path: '/packages/working-alongside-peers/1/preview/launch', person: '403', learning: '200' },
	'POST /packages/[slug]/[id]/preview/state': { path: '/packages/working-alongside-peers/1/preview/state', person: '403', learning: '400' },
	'GET /preview/[token]/[...path]': { path: '/preview/AAAAAAAAAAAAAAAAAAAAAA/index.html', person: '404', nobody: '404' },
	'GET /packages/[slug]/[id]': { path: '/packages/working-alongside-peers/1', person: '403', learning: '200' },
	'GET /packages/[slug]/[id]/guide': { path: '/packages/working-alongside-peers/1/guide', person: '403', learning: '200' },
	'GET /packages/[slug]/[id]/download': { path: '/packages/working-alongside-peers/1/download', person: '403', learning: '200' },
	'POST /packages?/makeAll': { path: '/packages?/makeAll', fields: { confirm: 'yes' }, person: '403', learning: '303 /packages/all/progress' },
	'GET /packages/all/progress': { path: '/packages/all/progress', person: '403', learning: '200' },
	'GET /packages/all/download': { path: '/packages/all/download', person: '403', learning: '200' },
	'GET /modules/[slug]': { path: MODULE, person: '200' },
	'GET /modules/[slug]/page/[page]': { path: `${MODULE}/page/check`, person: '200' },
	'GET /modules/[slug]/page/media/[name]': { path: `${MODULE}/page/media/nothing.png`, person: '404' },
	'GET /modules/[slug]/versions': { path: `${MODULE}/versions`, person: '200' },
	'POST /modules/[slug]/versions?/withdraw': { path: `${MODULE}/versions?/withdraw`, person: '403', author: '400' },
	'POST /modules/[slug]/versions?/offer': { path: `${MODULE}/versions?/offer`, person: '403', author: `303 ${MODULE}/versions` },
	'GET /modules/[slug]/versions/compare': { path: `${MODULE}/versions/compare?from=${VERSION.split('/').at(-1)}&to=${VERSION.split('/').at(-1)}`, person: '200' },
	'GET /modules/[slug]/versions/[hash]': { path: VERSION, person: '200' },
	'GET /modules/[slug]/versions/[hash]/text': { path: `${VERSION}/text`, person: '200' },
	'GET /modules/[slug]/versions/[hash]/media/[name]': { path: `${VERSION}/media/nothing.png`, person: '404' },
	'GET /modules/[slug]/versions/[hash]/record': { path: `${VERSION}/record`, person: '403', author: '200' },
	'POST /modules/[slug]/versions/[hash]/record?/save': { path: `${VERSION}/record?/save`, person: '403', author: '400' },
	'POST /modules/[slug]/versions/[hash]?/sign': { path: `${VERSION}?/sign`, person: '403', signer: '400' },
	'POST /modules/[slug]/versions/[hash]?/withdraw': { path: `${VERSION}?/withdraw`, person: `303 ${VERSION}?yours#yours` },
	'POST /modules/[slug]/versions/[hash]?/serve': { path: `${VERSION}?/serve`, person: '403', author: '400' },
	'GET /modules/[slug]/pause': { path: `${MODULE}/pause`, person: '200' },
	'POST /modules/[slug]/pause?/leave': { path: `${MODULE}/pause?/leave`, fields: { page: 'check' }, person: '303 /' },
	'GET /modules/[slug]/comment': { path: `${MODULE}/comment`, person: `303 ${MODULE}` },
	'POST /modules/[slug]/comment?/send': { path: `${MODULE}/comment?/send`, fields: { hard: 'Page 2.' }, person: '403' },
	'POST /modules/[slug]/comment?/change': { path: `${MODULE}/comment?/change`, fields: { hard: 'Page 2.' }, person: `303 ${MODULE}` },
	'GET /modules/[slug]/finish': { path: `${MODULE}/finish`, person: `303 ${MODULE}` },
	'POST /modules/[slug]?/start': { path: `${MODULE}?/start`, person: `303 ${MODULE}/page/check-in` },
	'POST /modules/[slug]/page/[page]?/continue': { path: `${MODULE}/page/check-in?/continue`, person: `303 ${MODULE}/page/why-peer-roles` },
	'POST /modules/[slug]/page/[page]?/answer': {
		path: `${MODULE}/page/check?/answer`,
		fields: { question: 'first-question', chosen: 'b' },
		person: `303 ${MODULE}/page/check#feedback-first-question`
	},
	'POST /modules/[slug]/page/[page]?/arrange': { path: `${MODULE}/page/check?/arrange`, fields: { question: 'first-question', chosen: 'a', move: 'a.up' }, person: '200' },
	'GET /sign-in': { path: '/sign-in', person: '200', nobody: '200' },
	'GET /sign-in/held': { path: '/sign-in/held', person: '303 /' },
	'POST /sign-in?/hold': { path: '/sign-in?/hold', fields: { chosen: 'a' }, person: '200', nobody: '200' },
	'POST /sign-in?/signIn': { path: '/sign-in?/signIn', fields: { username: '', password: '' }, person: '400', nobody: '400' },
	// Last, because what comes after would be by nobody.
	'POST /my-record/sessions?/everywhere': { path: '/my-record/sessions?/everywhere', person: '303 /sign-in?everywhere' },
	'POST /sign-out': { path: '/sign-out', person: '303 /sign-in', nobody: '303 /sign-in' }
};

/** Every way into the site, as the files of its routes have it. */
export function waysIn(): string[] {
	const files = readdirSync(ROUTES, { recursive: true, encoding: 'utf8' });
	return files.flatMap((path) => {
		const route = join('/', dirname(path)).replace(/\/\.?$/, '') || '/';
		const text = path.endsWith('.ts') ? readFileSync(join(ROUTES, path), 'utf8') : '';
		if (path.endsWith('+page.svelte')) return [`GET ${route}`];
		if (path.endsWith('+server.ts')) return [...text.matchAll(/^export (?:async )?(?:function|const) ([A-Z]+)\b/gm)].map(([, method]) => `${method} ${route}`);
		const actions = /^export const actions\b[^{]*\{(.*?)^\}/ms.exec(text)?.[1] ?? '';
		return [...actions.matchAll(/^\t(?:async )?([\w$]+)/gm)].map(([, action]) => `POST ${route}${action === 'default' ? '' : `?/${action}`}`);
	});
}
