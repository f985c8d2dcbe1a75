/**
 * One message that an author can get. The problem says what is wrong and quotes
 * what was found; the advice says what to do. `alongside explain` tells the rest.
 */
export interface Message {
	severity: 'error' | 'warning';
	problem: (...found: never[]) => string;
	advice: string;
	/** Why it matters to whoever reads or learns, and what the checker looked at. */
	why: string;
	/** A few lines of a module, as they may be found and as they could be. */
	example?: { before: string; after: string };
}
