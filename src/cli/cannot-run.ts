/** A command could not do its work: the message says why and what to do. It ends with exit code 2. */
export class CannotRun extends Error {
	override name = 'CannotRun';
}
