const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' };

/** Text with the few entities that people type, and that `escape` writes, as the signs that they stand for. */
export function decode(text: string): string {
	return text.replace(/&(#39|[a-z]{2,5});/g, (entity, name: string) => (name === '#39' ? "'" : Object.hasOwn(ENTITIES, name) ? ENTITIES[name]! : entity));
}
