import { expect, test } from 'vitest';
import { compileModule } from '../compile.ts';
import { findings } from './trial.ts';

test('findings come in the order of the file, and none stops publishing', () => {
	const found = findings('# Page\n\nThe chairman. The chairman.\n\n### Too deep\n\nThe chairman of [here](https://example.org).\n');
	expect(found.map(({ code, diagnostic }) => [code, diagnostic.line, diagnostic.severity])).toEqual([
		['wording', 15, 'warning'],
		['wording', 15, 'warning'],
		['heading-skipped', 17, 'warning'],
		['wording', 19, 'warning'],
		['link-vague', 19, 'warning']
	]);
});

test('a language is believed where the details have a mistake as well', () => {
	const codes = (lang: string) => compileModule({ slug: 'a', file: 'f', text: `---\nlang: ${lang}\n---\n# Page\n\nThe chairman.\n`, files: new Map() }).diagnostics.map(({ code }) => code);
	expect(codes('en-GB')).toContain('wording');
	expect(codes('cy')).not.toContain('wording');
});
