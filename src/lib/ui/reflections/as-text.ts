import type { Reflection } from './reflections.ts';

/** Reflections as a file that opens anywhere: the module, the question, and what was written. */
export function asText(reflections: readonly Reflection[]): string {
	return reflections.map(({ title, question, text }) => `${title}\n\n${question}\n\n${text.trim()}\n`).join('\n----\n\n');
}
