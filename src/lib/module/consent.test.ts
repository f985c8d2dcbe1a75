import { expect, test } from 'vitest';
import { compileModule } from './compile.ts';
import { withinConsent } from './consent.ts';

const HEAD = '---\ntitle: T\nsummary: S\naudience: all-staff\nstage: ongoing\nminutes: 5\noutcomes:\n  - a\nsources:\n  - b\n---\n';
const VOICE = ':::voice\nrole: a made-up role\nconsent: given 3 March 2026\nrecorded-by: the peer lead\nuntil: 31 March 2026\n\nWords that somebody lent us.\n:::\n';

function compile(today?: string) {
	return compileModule({ slug: 'a-module', file: 'module.md', text: `${HEAD}# One\n\nText\n\n${VOICE}\n# Two\n\nText\n`, files: new Map(), ...(today ? { today } : {}) });
}

test('a voice is heard on the last day of its consent and not on the next', () => {
	const { module } = compile('2026-03-04');
	expect(JSON.stringify(withinConsent(module!, '2026-03-31'))).toContain('Words that somebody lent us');
	expect(JSON.stringify(withinConsent(module!, '2026-04-01'))).not.toContain('lent us');
	expect(withinConsent(module!, '2026-04-01').pages.map(({ id }) => id)).toEqual(['one', 'two']);
});

test('a module without such a voice stays the same object', () => {
	const { module } = compile('2026-03-04');
	expect(withinConsent(module!, '2026-03-31')).toBe(module);
});

test('a consent that is over when a module is read leaves nothing of the voice in the document', () => {
	const { module, diagnostics } = compile('2026-04-01');
	expect(JSON.stringify(module)).not.toContain('lent us');
	expect(diagnostics.map(({ code, line }) => [code, line])).toEqual([['voice-consent-over', 16]]);
});

test('a consent cannot have been given on a day that has not been', () => {
	expect(compile('2026-03-02').diagnostics.map(({ code, problem }) => [code, problem])).toEqual([
		['field-invalid', '`consent: given 3 March 2026` cannot be used: it must be a day that has been.']
	]);
});
