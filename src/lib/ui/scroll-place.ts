/** What a browser's tab keeps until it is closed: `sessionStorage`. */
export type Tab = Pick<Storage, 'getItem' | 'setItem'>;

/** How far down each page its reader was, by its address. */
interface Places {
	/** On a shared computer a tab may outlast its reader, and so may what it keeps. */
	reader: string;
	places: Record<string, number>;
}

const KEY = 'places';
/** In milliseconds: who stays this long reads there. Whoever leaves by a link of the header was at the top for a moment only. */
const REST = 2000;
/** As many as a long module has pages; what is older than that nobody comes back to. */
const MOST = 50;

/** How far down the page at `address` this reader was when they left it, in pixels; 0 where nothing is known. */
export function placeOf(tab: Tab, reader: string, address: string): number {
	return read(tab, reader).places[address] ?? 0;
}

/**
 * Keeps how far down a page its reader is. It stays in this tab and is never sent.
 *
 * @returns what to call when it is enough
 */
export function keepPlace(view: Window, tab: Tab, reader: string, address: string): () => void {
	let timer: number | undefined;
	const rest = () => {
		view.clearTimeout(timer);
		timer = view.setTimeout(() => keep(tab, reader, address, view.scrollY), REST);
	};
	view.addEventListener('scroll', rest, { passive: true });
	return () => {
		view.clearTimeout(timer);
		view.removeEventListener('scroll', rest);
	};
}

function keep(tab: Tab, reader: string, address: string, y: number): void {
	const { [address]: _, ...others } = read(tab, reader).places;
	const places = Object.fromEntries([...Object.entries(others), [address, Math.round(y)]].slice(-MOST));
	tab.setItem(KEY, JSON.stringify({ reader, places } satisfies Places));
}

function read(tab: Tab, reader: string): Places {
	const nothing = { reader, places: {} };
	try {
		const kept = JSON.parse(tab.getItem(KEY) ?? 'null') as Places | null;
		return kept?.reader === reader && kept.places ? kept : nothing;
	} catch {
		return nothing;
	}
}
