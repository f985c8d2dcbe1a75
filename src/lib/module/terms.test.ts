import { expect, test } from 'vitest';
import { compileModule } from './compile.ts';

const HEAD = '---\ntitle: T\nsummary: S\naudience: all-staff\nstage: ongoing\nminutes: 5\noutcomes:\n  - a\nsources:\n  - b\n---\n';

/** The words that a page explains, in order. */
function explained(body: string, terms: string): string[][] {
	const { module } = compileModule({ slug: 'a-module', file: 'module.md', text: `${HEAD}${body}\n\n# Words\n\n:::glossary\n${terms}\n:::\n`, files: new Map() });
	return module!.pages.slice(0, -1).map((page) => [...JSON.stringify(page).matchAll(/popovertarget=\\"[^"]*\\">([^<]*)<\/button>/g)].map(([, word]) => word!));
}

test('a word is explained where a page uses it first, and on the next page again', () => {
	expect(explained('# One\n\nThe rota. The rota.\n\n# Two\n\nA rota', '- rota = who works when')).toEqual([['rota'], ['rota']]);
});

test('it is found in any case, in lists, tables, quotations and stress, in the order of the text', () => {
	const body = '# One\n\n- ROTA\n- ward\n\n| a | b |\n| - | - |\n| x | *bank* |\n\n> Peer here';
	expect(explained(body, '- rota = a\n- ward = b\n- bank = c\n- peer = d')).toEqual([['ROTA', 'ward', 'bank', 'Peer']]);
});

test('of two that start together the longer one is meant', () => {
	expect(explained('# One\n\nThe ward round.', '- ward = a\n- ward round = b')).toEqual([['ward round']]);
});

test('it is not found inside another word, a name, an address, a heading or code', () => {
	const body = '# The rota\n\n## A rota\n\nRotas and prorota: [rota](https://example.org/rota), `rota`, rotação.';
	expect(explained(body, '- rota = a')).toEqual([[]]);
});

test('it is not explained inside a question, where a button would stand in a label', () => {
	const body = '# One\n\n:::question\nWho keeps the rota?\n\n- [x] the rota keeper\n  > Ask about the rota.\n- [ ] nobody\n  > Somebody does.\n:::';
	expect(explained(body, '- rota = a')).toEqual([[]]);
});

test('it is explained in lists of what to do, and in what stands above a question', () => {
	const body = '# One\n\n:::do\n- ask about the rota\n:::\n\n:::scenario\ntitle: T\n\nThe bank nurse looks up.\n\nWhat now?\n\n- [most helpful] wave\n  > The ward hears about it.\n- [ ] wait\n  > It may pass in a while.\n:::\n';
	expect(explained(body, '- rota = a\n- bank = b\n- ward = c')).toEqual([['rota', 'bank']]);
});
