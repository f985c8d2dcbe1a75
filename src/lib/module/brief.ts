/** As much of `text` as a message can quote, in one line. */
export function brief(text: string, most = 60): string {
	const line = text.trim().replace(/\s+/g, ' ');
	return line.length > most ? `${line.slice(0, most)}…` : line;
}
