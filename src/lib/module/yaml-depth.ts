import { Parser, type CST } from 'yaml';

/**
 * Where in YAML a list or a map stands inside more others than `deepest`, or
 * undefined. The library reads each inside the last until there is no room on
 * the stack, and a regular expression that is compiled there ends the process
 * (V8 calls it "RegExpCompiler Allocation failed"). What is asked here is not.
 */
export function findDeep(text: string, deepest: number): number | undefined {
	for (const document of new Parser().parse(text)) {
		const waiting: { token: CST.Token | null | undefined; depth: number }[] = [{ token: document, depth: 0 }];
		for (let next = waiting.pop(); next; next = waiting.pop()) {
			const { token, depth } = next;
			if (token && depth > deepest) return token.offset;
			if (token && 'items' in token) for (const { key, value } of token.items) waiting.push({ token: key, depth: depth + 1 }, { token: value, depth: depth + 1 });
			else if (token?.type === 'document') waiting.push({ token: token.value, depth });
		}
	}
	return undefined;
}
