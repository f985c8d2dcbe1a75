import { error, fail, redirect } from '@sveltejs/kit';
import { requirePermission } from '#lib/server/accounts/guard.ts';
import { isWhole } from '#lib/server/problems/page-path.ts';
import { deleteReport, findReport, LONGEST_NOTE, markMended, reopen } from '#lib/server/problems/reports.ts';
import { readForm } from '#lib/server/read-form.ts';
import { tooLong, typedText } from '#lib/server/typed-text.ts';

export async function load({ locals, params }) {
	const { report } = await requireReport(locals, params.id);
	return { report: { ...report, whole: isWhole(report.page) && report.page !== '' }, longest: LONGEST_NOTE };
}

async function requireReport(locals: App.Locals, id: string) {
	const reader = requirePermission(locals, 'author', 'learning');
	const report = await findReport(locals.db, reader, id, locals.now);
	if (!report) error(404, 'Page not found');
	return { report, reader };
}

export const actions = {
	/** Notes that it is mended, and what was done. */
	async mend({ locals, params, request }) {
		const { report, reader } = await requireReport(locals, params.id);
		const note = typedText(await readForm(request), 'note');
		const problem = tooLong(note, LONGEST_NOTE);
		if (problem) return fail(400, { note, problem });
		await markMended(locals.db, report.id, note, reader.id, locals.now);
		redirect(303, `/problems/${report.id}`);
	},

	/** Notes that it is not mended after all. */
	async reopen({ locals, params }) {
		const { report, reader } = await requireReport(locals, params.id);
		await reopen(locals.db, report.id, reader.id, locals.now);
		redirect(303, `/problems/${report.id}`);
	},

	/** Deletes it. */
	async remove({ locals, params, request }) {
		const { report, reader } = await requireReport(locals, params.id);
		const form = await readForm(request);
		if (form.get('confirm') !== 'yes') return fail(400, { unconfirmed: true });
		await deleteReport(locals.db, report.id, reader.id, locals.now);
		redirect(303, '/problems');
	}
};
