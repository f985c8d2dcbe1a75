import { error, fail, redirect } from '@sveltejs/kit';
import { move } from '#lib/progress/answers/order.ts';
import { begin, findPage, pageAfter, pageBefore } from '#lib/progress/attempt.ts';
import { localDetails as detailsOf } from '#lib/module/module.ts';
import type { Event } from '#lib/progress/attempt.ts';
import { keepOf } from '#lib/progress/encoding.ts';
import { requirePerson } from '#lib/server/accounts/guard.ts';
import { heard } from '#lib/server/library/heard.ts';
import { localDetails } from '#lib/server/library/local-details.ts';
import { readForm } from '#lib/server/read-form.ts';
import { record, standing } from '#lib/server/records/attempts.ts';

export async function load({ locals, params }) {
	const { id: reader } = requirePerson(locals);
	const found = await standing(locals.db, reader, params.slug);
	const module = found && (await heard(locals.db, found.version.module, locals.now));
	const page = module && findPage(module, params.page);
	if (!page) error(404, 'Page not found');
	const attempt = found.attempt ?? begin(module);
	return {
		slug: module.slug,
		title: module.title,
		lang: module.lang,
		dir: module.dir,
		// The one page that is shown, and none of the others: whatever stands here is sent twice, for the script to go on with.
		page,
		pass: module.pass,
		number: module.pages.indexOf(page) + 1,
		pages: module.pages.length,
		last: !pageAfter(module, page),
		previous: pageBefore(module, page)?.id,
		contents: module.pages.map(({ id, title }) => ({ id, title, done: attempt.done.includes(id) })),
		version: found.version.hash,
		/** Absent where the version that somebody reads is the one that is served. */
		instead: found.instead,
		attempt,
		reader,
		again: !found.attempt && found.completion !== undefined,
		details: await localDetails(locals.db, detailsOf({ pages: [page] }).map(({ name }) => name))
	};
}

export const actions = {
	async answer({ request, locals, params }) {
		const form = await readForm(request);
		const question = String(form.get('question') ?? '');
		const before = [...String(form.get('before') ?? '')];
		const now = form.getAll('chosen').map(String);
		const chosen = now.length === 0 ? [] : [...before, ...now];
		const result = await recordHere(locals, params, { kind: 'answer', page: params.page, question, chosen });
		if (result.kind === 'refused' && result.why === 'nothing-chosen') {
			// Of things to match some are chosen, and each keeps its place: a hyphen stands where nothing is.
			const arranged = now.length > 0;
			const held = arranged ? now.slice(0, 26).map((letter) => letter.slice(0, 1) || '-') : before;
			return fail(400, { question, chosen: held.join(''), missed: true, complete: false, arranged });
		}
		if (result.kind === 'refused') error(400, 'This answer does not belong to the page. Open the page again and answer once more');
		const complete = result.kind === 'recorded' && result.complete;
		// Where the answer is stored the page can be loaded again and shows it; where it is not, this response is the only place for it.
		const stored = result.kind === 'recorded' && !complete && keepOf(result.module) === 'choices' && result.attempt.answers[question] !== undefined;
		if (stored) redirect(303, `/modules/${params.slug}/page/${params.page}#feedback-${question}${before.length === 0 ? '' : `.${before.length + 1}`}`);
		return { question, chosen: chosen.join(''), missed: false, complete };
	},

	/** Moves one item of a question about order, where no script does; nothing is recorded until it is answered. */
	async arrange({ request, locals }) {
		requirePerson(locals);
		const form = await readForm(request);
		const [letter = '', way] = String(form.get('move') ?? '').split('.');
		const order = form.getAll('chosen').map(String).join('').slice(0, 26);
		const by = way === 'up' ? -1 : 1;
		return { question: String(form.get('question') ?? ''), chosen: move(order, letter, by), missed: false, complete: false, arranged: true };
	},

	async continue({ locals, params }) {
		const result = await recordHere(locals, params, { kind: 'continue', page: params.page });
		if (result.kind === 'refused') error(404, 'Page not found');
		const page = findPage(result.module, params.page)!;
		const next = pageAfter(result.module, page);
		const finished = !next || (result.kind === 'recorded' && result.complete);
		redirect(303, `/modules/${params.slug}/${finished ? 'finish' : `page/${next.id}`}`);
	}
};

async function recordHere(locals: App.Locals, params: { slug: string }, event: Event) {
	const { id } = requirePerson(locals);
	const result = await record(locals.db, id, params.slug, event, locals.now);
	if (result.kind === 'no-module') error(404, 'Page not found');
	return result;
}
