/** `text` for between tags or in an attribute. Raw UTF-8 else: Moodle shows numeric entities as they stand. */
export function xml(text: string): string {
	// Control characters have no place in XML 1.0, section 2.2, even escaped.
	const allowed = text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '');
	return allowed.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
