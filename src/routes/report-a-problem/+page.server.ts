import { fail, redirect } from '@sveltejs/kit';
import { countSending } from '#lib/server/accounts/flood.ts';
import { requirePerson } from '#lib/server/accounts/guard.ts';
import { isWhole, reportedPage } from '#lib/server/problems/page-path.ts';
import { storeReport } from '#lib/server/problems/reports.ts';
import { whatWasShown } from '#lib/server/problems/shown.ts';
import { LONGEST_CONTACT, LONGEST_WORDS, readTold } from '#lib/server/problems/typed.ts';
import { readForm } from '#lib/server/read-form.ts';
import { newToken } from '#lib/server/tokens.ts';

export async function load({ locals, url }) {
	requirePerson(locals);
	const about = await readAbout(locals, url);
	return {
		about,
		token: newToken(),
		longest: { words: LONGEST_WORDS.toLocaleString('en-GB'), contact: LONGEST_CONTACT },
		sent: url.searchParams.has('sent'),
		/** Whether the page can be opened by what was written down of it. */
		whole: isWhole(about.page) && about.page !== ''
	};
}

/** The page that is reported, by the address of the form, and what it showed. */
async function readAbout({ db, settings }: App.Locals, url: URL) {
	const page = reportedPage(url.searchParams.get('page') ?? '', settings.origin) ?? '';
	return whatWasShown(db, page, url.searchParams.get('version') ?? '');
}

export const actions = {
	/** Takes what was told, unless something is to mend in it or may name a person. */
	async send({ locals, request, url }) {
		const { id } = requirePerson(locals);
		const form = await readForm(request);
		const { told, problems, names } = readTold(form);
		const token = String(form.get('token') ?? '');
		if (problems.length > 0) return fail(400, { told, problems, token });
		if (names.length > 0 && form.get('asItIs') !== 'yes') return { told, names, token };
		const minutes = countSending('report', id, locals.now);
		if (minutes > 0) return fail(429, { told, wait: minutes, token });
		const about = await readAbout(locals, url);
		const stored = await storeReport(locals.db, told, { ...about, token }, locals.now);
		if (stored === 'no-form') return fail(400, { told, outdated: true, token: newToken() });
		redirect(303, `/report-a-problem?sent&${new URLSearchParams({ page: about.page })}`);
	},

	/** Goes back to the form with what was typed. */
	async change({ locals, request }) {
		requirePerson(locals);
		const form = await readForm(request);
		return { told: readTold(form).told, token: String(form.get('token') ?? '') };
	}
};
