/** An element as it was read. */
export interface Read {
	name: string;
	attributes: Record<string, string>;
	text: string;
	children: Read[];
}

/** Reads the elements of a document that is known to be well-formed, as xmllint has seen. */
export function readXml(xml: string): Read {
	const root: Read = { name: '', attributes: {}, text: '', children: [] };
	const open = [root];
	for (const [, end, start, attributes, empty, text] of xml.replace(/<\?.*?\?>/, '').matchAll(/<\/([^>]+)>|<([^\s/>]+)([^>]*?)(\/?)>|([^<]+)/g)) {
		if (end !== undefined) open.pop();
		else if (start === undefined) open.at(-1)!.text += unescape(text!);
		else {
			const read: Read = { name: start, attributes: {}, text: '', children: [] };
			for (const [, name, value] of attributes!.matchAll(/\s([^\s=]+)="([^"]*)"/g)) read.attributes[name!] = unescape(value!);
			open.at(-1)!.children.push(read);
			if (empty === '') open.push(read);
		}
	}
	return root.children[0]!;
}

function unescape(text: string): string {
	return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
}

/** Every element at the end of a path such as `metadata/lom:lom`. */
export function findAll(root: Read, path: string): Read[] {
	return path.split('/').reduce((found, name) => found.flatMap(({ children }) => children.filter((child) => child.name === name)), [root]);
}
