/**
 * Milliseconds as a SCORM 1.2 CMITimespan. Always four digits of hours: the
 * Learning Hub's parser drops the first digit, and one-digit hours crash it.
 */
export function timespan(milliseconds: number): string {
	const seconds = Math.min(Math.max(0, Math.floor(milliseconds / 1000)), 9999 * 3600 + 3599);
	const two = (number: number) => String(number).padStart(2, '0');
	return `${String(Math.floor(seconds / 3600)).padStart(4, '0')}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}
