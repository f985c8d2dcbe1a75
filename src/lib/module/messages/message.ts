/**
 * One message that an author can get. The problem says what is wrong and quotes
 * what was found; the advice says what to do.
 */
export interface Message {
	severity: 'error' | 'warning';
	problem: (...found: never[]) => string;
	advice: string;
}
