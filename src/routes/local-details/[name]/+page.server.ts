import { error, fail, redirect } from '@sveltejs/kit';
import { longDate } from '#lib/module/dates.ts';
import { compileLocalText } from '#lib/module/local-text.ts';
import { requirePermission } from '#lib/server/accounts/guard.ts';
import type { Content } from '#lib/server/local-details/content.ts';
import { findEntry } from '#lib/server/local-details/entries.ts';
import { markChecked, removeDetail, saveDetail, type Overtaken } from '#lib/server/local-details/save.ts';
import { LONGEST_KEEPER, LONGEST_TEXT, readTyped, showUnseen, type Typed } from '#lib/server/local-details/typed.ts';
import { isSupport, joinFacts, supportProblems } from '#lib/server/local-details/support.ts';
import { markWords } from '#lib/server/marked-words.ts';
import { findNames } from '#lib/server/person-names.ts';
import { readForm } from '#lib/server/read-form.ts';

export async function load({ locals, params, url }) {
	requirePermission(locals, 'learning', 'author');
	const entry = await findEntry(locals.db, params.name, locals.now);
	if (!entry) error(404, 'Page not found');
	return {
		entry,
		html: compileLocalText(entry.name, entry.text).html,
		longest: { text: LONGEST_TEXT.toLocaleString('en-GB'), keptBy: LONGEST_KEEPER },
		typed: asTyped(entry),
		/** Whether its text has facts at its head that people ask for first. */
		support: isSupport(entry.name),
		done: DONE.find((done) => done === url.searchParams.get('done'))
	};
}

/** What has just been done, by the end of the address to which it leads. */
const DONE = ['saved', 'checked', 'put-back'] as const;

/** What a form holds: the number of the change that its page showed, and what was typed. */
async function readEdit({ locals, params, request }: { locals: App.Locals; params: { name: string }; request: Request }) {
	const { id } = requirePermission(locals, 'learning', 'author');
	if (!(await findEntry(locals.db, params.name, locals.now))) error(404, 'Page not found');
	const form = await readForm(request);
	const field = (name: string) => String(form.get(name) ?? '');
	const text = isSupport(params.name) ? joinFacts(field) : field('text');
	const typed: Typed = { text, keptBy: field('keptBy'), checkedOn: field('checkedOn') };
	return {
		form,
		base: Number(field('base')),
		typed,
		// As it goes back into the form: nothing is lost, and what cannot be shown is marked.
		shown: { text: showUnseen(typed.text), keptBy: showUnseen(typed.keptBy), checkedOn: showUnseen(typed.checkedOn) },
		change: { personId: id, now: locals.now }
	};
}

export const actions = {
	/** Stores what was typed. */
	async save(event) {
		const { form, base, typed, shown, change } = await readEdit(event);
		const { name } = event.params;
		const { content, problems } = readTyped(name, typed, change.now);
		problems.push(...supportProblems(name, content.text));
		if (problems.length > 0) return fail(400, { typed: shown, base, problems });
		// Numbers and addresses are what such an entry is for.
		const names = findNames(`${content.keptBy}\n${content.text}`).filter((name) => !/[\d@]/.test(name));
		if (names.length > 0 && form.get('named') !== 'yes') return fail(400, { typed: shown, base, names });
		const saved = await saveDetail(event.locals.db, name, { base, content, empty: form.get('empty') === 'yes' }, change);
		if (saved.kind === 'emptying') return fail(400, { typed: shown, base, emptying: true });
		if (saved.kind === 'overtaken') return fail(409, overtaken(saved, content, shown));
		redirect(303, `/local-details/${name}?done=saved`);
	},

	/** Shows what was typed as it would look, and stores nothing. */
	async preview(event) {
		const { base, typed, shown, change } = await readEdit(event);
		const { content, problems } = readTyped(event.params.name, typed, change.now);
		if (problems.length > 0) return fail(400, { typed: shown, base, problems });
		return { typed: shown, base, html: compileLocalText(event.params.name, content.text).html };
	},

	/** Notes that the text is right as it stands. */
	async check(event) {
		const { base, change } = await readEdit(event);
		const { name } = event.params;
		const checked = await markChecked(event.locals.db, name, base, change);
		if (checked.kind === 'empty') error(400, 'There is no text to check here');
		if (checked.kind === 'unread') return fail(409, { unread: true });
		redirect(303, `/local-details/${name}?done=checked`);
	},

	/** Deletes an entry that nothing names. */
	async remove(event) {
		const { form, base, change } = await readEdit(event);
		const { name } = event.params;
		if (form.get('remove') !== 'yes') return fail(400, { unconfirmed: true });
		const removed = await removeDetail(event.locals.db, name, base, change);
		if (removed.kind === 'unread') return fail(409, { unread: true });
		if (removed.kind !== 'removed') error(400, 'This entry cannot be deleted: something names it');
		redirect(303, `/local-details?removed=${name}`);
	}
};

/** What they wrote beside what was typed. A field that was left as it was takes theirs, or saving again would take it back. */
function overtaken({ theirs: { content, revision }, seen }: Overtaken, mine: Content, typed: Typed) {
	const theirs = asTyped(content);
	return {
		base: revision,
		typed: {
			text: mine.text === seen.text ? theirs.text : typed.text,
			keptBy: mine.keptBy === seen.keptBy ? theirs.keptBy : typed.keptBy,
			checkedOn: mine.checkedOn === seen.checkedOn ? theirs.checkedOn : typed.checkedOn
		},
		theirs: { ...content, words: mine.text === seen.text ? [] : markWords(content.text, mine.text) }
	};
}

function asTyped({ text, keptBy, checkedOn }: Content): Typed {
	return { text, keptBy, checkedOn: checkedOn ? longDate(checkedOn) : '' };
}
