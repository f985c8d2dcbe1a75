/** What a browser keeps for pages: `sessionStorage` for the visit in this tab, `localStorage` on this device. */
export type Store = Pick<Storage, 'length' | 'key' | 'getItem' | 'setItem' | 'removeItem'>;

/** Where a browser keeps what somebody writes; either is absent where it lets pages keep nothing. */
export interface Stores {
	visit?: Store;
	device?: Store;
}

/** What somebody is asked to think about, and where. */
export interface Asked {
	/** The module's slug. */
	module: string;
	/** The module's title, for lists. */
	title: string;
	/** The page's id. */
	page: string;
	/** Which page of the module it is, for the order of lists. */
	number: number;
	/** The words of it. Where they change in a later version, what was written to the others stays theirs. */
	question: string;
}

export interface Reflection extends Asked {
	text: string;
}

/** What is kept, and whether that is for the visit or on the device. */
export interface KeptReflection extends Reflection {
	where: keyof Stores;
}

/** Where it is now: on the page alone, where the browser keeps nothing. A problem says why it is not where it was to be; `other` words stand there. */
export interface Kept {
	where: keyof Stores | 'page';
	problem?: 'blocked' | 'full' | 'other';
}

const PREFIX = 'reflection ';

/**
 * What somebody has written in reflections, in their browser and nowhere else.
 * On a shared computer a browser has several readers: each is shown their own,
 * and a tab keeps those of the last one only.
 */
export class Reflections {
	readonly #stores: Stores;
	readonly #reader: string;
	/** What this page has last seen on the device, by key. Anything else there is from another tab, and is not overwritten. */
	readonly #seen = new Map<string, string>();

	constructor(stores: Stores, reader: string) {
		this.#stores = stores;
		this.#reader = reader;
		const others = keysOf(stores.visit).filter((key) => readerOf(key) !== reader);
		for (const key of others) stores.visit!.removeItem(key);
	}

	/** What was written to a question, or undefined. */
	find(asked: Asked): KeptReflection | undefined {
		const key = this.#key(asked);
		return this.#find(key);
	}

	/** Whether this page's words are still on the device, where they were. */
	keeps(asked: Asked): boolean {
		return read(this.#stores, 'device', this.#key(asked)) !== undefined;
	}

	/** What another tab has put on the device, where it is neither what this page has seen there nor what it has. */
	other({ text, ...asked }: Reflection): string | undefined {
		return this.#other(this.#key(asked), text);
	}

	/** Has seen what another tab put on the device: what is written next takes its place. */
	settle(asked: Asked): void {
		const key = this.#key(asked);
		this.#see(key, read(this.#stores, 'device', key)?.text);
	}

	/**
	 * Keeps what was written, on the device where its writer has chosen that; an empty text is kept nowhere.
	 * As long as other words from another tab are on the device, it is in this tab.
	 */
	write(reflection: Reflection, onDevice: boolean): Kept {
		const key = this.#key(reflection);
		const other = this.#other(key, reflection.text) !== undefined;
		const wanted = onDevice ? 'device' : 'visit';
		if (reflection.text.trim() === '') {
			this.#remove(key, other);
			return { where: wanted };
		}
		const { visit, device } = this.#stores;
		const value = JSON.stringify(reflection);
		const problem = !onDevice ? undefined : other ? 'other' : put(device, key, value);
		if (onDevice && !problem) {
			this.#see(key, reflection.text);
			visit?.removeItem(key);
			return { where: 'device' };
		}
		if (!onDevice && !other) device?.removeItem(key);
		const inTab = put(visit, key, value);
		// An older text in the tab would be taken for the newest.
		if (inTab) visit?.removeItem(key);
		const found = inTab ?? problem;
		return { where: inTab ? 'page' : 'visit', ...(found ? { problem: found } : {}) };
	}

	/** Takes what was written to a question away, wherever it is kept; other words from another tab stay. */
	remove({ text, ...asked }: Reflection): void {
		const key = this.#key(asked);
		this.#remove(key, this.#other(key, text) !== undefined);
	}

	/** Everything that this reader has written here, in the order of modules' titles and of their pages. */
	all(): KeptReflection[] {
		const keys = new Set([...keysOf(this.#stores.visit), ...keysOf(this.#stores.device)]);
		const own = [...keys].filter((key) => readerOf(key) === this.#reader);
		const found = own.map((key) => this.#find(key)).filter((one) => one !== undefined);
		return found.sort((one, other) => one.title.localeCompare(other.title, 'en-GB') || one.number - other.number || one.question.localeCompare(other.question));
	}

	#find(key: string): KeptReflection | undefined {
		const [inTab, onDevice] = [read(this.#stores, 'visit', key), read(this.#stores, 'device', key)];
		// Where the device had no room for what was written last, that is in the tab, and begins as the other does.
		if (onDevice && (inTab?.text ?? onDevice.text).startsWith(onDevice.text)) this.#see(key, onDevice.text);
		return inTab ?? onDevice;
	}

	#other(key: string, text: string): string | undefined {
		const found = read(this.#stores, 'device', key)?.text;
		return found === this.#seen.get(key) || found === text ? undefined : found;
	}

	#see(key: string, text: string | undefined): void {
		if (text === undefined) this.#seen.delete(key);
		else this.#seen.set(key, text);
	}

	#remove(key: string, other: boolean): void {
		this.#stores.visit?.removeItem(key);
		if (!other) this.#stores.device?.removeItem(key);
	}

	/** A key for each, so that two tabs do not overwrite what the other has kept. */
	#key({ module, page, question }: Asked): string {
		return PREFIX + JSON.stringify([this.#reader, module, page, question]);
	}
}

function keysOf(store: Store | undefined): string[] {
	const keys = Array.from({ length: store?.length ?? 0 }, (_, index) => store!.key(index));
	return keys.filter((key) => key?.startsWith(PREFIX)) as string[];
}

function readerOf(key: string): unknown {
	const parts = parse(key.slice(PREFIX.length));
	return Array.isArray(parts) ? parts[0] : undefined;
}

function read(stores: Stores, where: keyof Stores, key: string): KeptReflection | undefined {
	const found = parse(stores[where]?.getItem(key)) as Partial<Reflection> | null | undefined;
	const { module, title, page, number, question, text } = found ?? {};
	if (typeof number !== 'number' || ![module, title, page, question, text].every((one) => typeof one === 'string')) return undefined;
	return { ...(found as Reflection), where };
}

function parse(text: string | null | undefined): unknown {
	try {
		return JSON.parse(text ?? 'null');
	} catch {
		return undefined;
	}
}

/** Puts a value into a store, or says why that cannot be. */
function put(store: Store | undefined, key: string, value: string): Kept['problem'] {
	if (!store) return 'blocked';
	try {
		store.setItem(key, value);
		return undefined;
	} catch (error) {
		return (error as DOMException).name === 'QuotaExceededError' ? 'full' : 'blocked';
	}
}
