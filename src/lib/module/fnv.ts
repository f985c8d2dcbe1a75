/** 32 bits of FNV-1a (Fowler, Noll and Vo) over the UTF-16 units of `text`: short, and the same everywhere. */
export function fnv(text: string): number {
	let hash = 0x811c9dc5;
	for (let index = 0; index < text.length; index += 1) {
		hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
	}
	return hash >>> 0;
}
