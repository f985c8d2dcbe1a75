/** An element of XML: what is in it is text, or other elements and never both. */
export interface Element {
	name: string;
	attributes: Readonly<Record<string, string>>;
	content: string | readonly Element[];
}

/** An element with a name like `adlcp:location`. */
export function element(name: string, content: Element['content'] = [], attributes: Element['attributes'] = {}): Element {
	return { name, attributes, content };
}

/** A whole document, with a line for each element. */
export function writeXml(root: Element): string {
	return `<?xml version="1.0" encoding="UTF-8"?>\n${write(root, '')}`;
}

function write({ name, attributes, content }: Element, indent: string): string {
	const start = [name, ...Object.entries(attributes).map(([key, value]) => `${key}="${escape(value)}"`)].join(' ');
	if (content.length === 0) return `${indent}<${start}/>\n`;
	if (typeof content === 'string') return `${indent}<${start}>${escape(content)}</${name}>\n`;
	return `${indent}<${start}>\n${content.map((child) => write(child, `${indent}\t`)).join('')}${indent}</${name}>\n`;
}

/** `text` for between tags or in an attribute. Raw UTF-8 else: Moodle shows numeric entities as they stand. */
function escape(text: string): string {
	// What XML 1.0 has no place for, even escaped (section 2.2): most control characters, half a character, and two that are none.
	const allowed = text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu, '');
	return allowed.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
