import { requirePermission } from '#lib/server/accounts/guard.ts';
import { may } from '#lib/server/accounts/permissions.ts';
import { pageOf } from '#lib/server/paging.ts';
import { isWhole } from '#lib/server/problems/page-path.ts';
import { deleteOldReports, listReports, type Report } from '#lib/server/problems/reports.ts';

const REPORTS_ON_A_PAGE = 20;
const STATES: Record<string, (report: Report) => boolean> = {
	open: ({ mendedOn }) => mendedOn === undefined,
	mended: ({ mendedOn }) => mendedOn !== undefined
};

export async function load({ locals, url }) {
	const reader = requirePermission(locals, 'author', 'learning');
	await deleteOldReports(locals.db, locals.now);
	const all = await listReports(locals.db, reader, locals.now);
	const asked = url.searchParams.get('state') ?? '';
	const state = Object.hasOwn(STATES, asked) ? asked : '';
	const page = url.searchParams.get('about') ?? '';
	const below = page === '' ? all : await listReports(locals.db, reader, locals.now, page);
	const found = below.filter((report) => state === '' || STATES[state]!(report));
	const { items, ...place } = pageOf(found, url.searchParams.get('page'), REPORTS_ON_A_PAGE);
	return {
		...place,
		reports: items.map((report) => ({ ...report, whole: isWhole(report.page) && report.page !== '' })),
		total: all.length,
		subjects: subjectsOf(all),
		state,
		about: page,
		everything: may(reader, 'learning')
	};
}

/** The pages and modules that there are reports of, by their path: a module or guide with all that is below it. */
function subjectsOf(reports: Report[]): { path: string; title: string }[] {
	const found = new Map<string, string>();
	for (const { page, title } of reports) {
		const [, part, slug] = page.split('/');
		const inside = (part === 'modules' || part === 'guides') && slug !== undefined;
		const path = inside ? `/${part}/${slug}` : page;
		if (path !== '') found.set(path, (inside && title.split(': ')[0]) || path);
	}
	return [...found].map(([path, title]) => ({ path, title })).sort((one, other) => one.title.localeCompare(other.title, 'en-GB'));
}
