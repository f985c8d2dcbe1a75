/** The parts of the site whose addresses say what is read and never who reads it. Of any other, only its name is kept. */
const KEPT = ['modules', 'guides', 'stories'];
/** The other parts of the site. A word of anybody's own choosing, sent to one person in a link, would say who reports. */
const PARTS = [
	'about', 'accessibility', 'certificates', 'checker', 'comments', 'cookies', 'due', 'help', 'local-details', 'my-record', 'packages', 'peer-work', 'preview', 'privacy', 'problems', 'reflections',
	'report-a-problem', 'sign-in', 'sign-out', 'support', 'verify'
];
const LONGEST = 300;

/** What stands for the rest of an address that could say whose page it was. */
export const REST = '…';

/**
 * A page of this site as it may be written down: the path of its address, without
 * what is asked of it, and cut where the rest could be a token or say whose page
 * it is. Undefined where it is no page of this site.
 */
export function reportedPage(address: string, origin: string): string | undefined {
	if (!address.startsWith('/') || address.length > LONGEST || !URL.canParse(address, origin)) return undefined;
	const url = new URL(address, origin);
	if (url.origin !== origin || url.pathname.startsWith('//')) return undefined;
	const parts = url.pathname.split('/').filter((part) => part !== '');
	const [first, ...rest] = parts;
	if (first === undefined) return '/';
	// What is written in another way, such as with %, is nothing that this site links to.
	if (![...KEPT, ...PARTS].includes(first)) return undefined;
	const safe = KEPT.includes(first) ? rest.findIndex((part) => !/^[a-z0-9][a-z0-9.-]{0,99}$/.test(part)) : rest.length > 0 ? 0 : -1;
	return `/${[first, ...(safe === -1 ? rest : [...rest.slice(0, safe), REST])].join('/')}`;
}

/** Whether a page can be opened by what was written down of it. */
export function isWhole(page: string): boolean {
	return !page.endsWith(REST);
}
