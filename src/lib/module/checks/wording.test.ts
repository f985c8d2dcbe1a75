import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findings, placesOf } from './trial.ts';
import { readWording } from './wording.ts';

const shipped = readWording(readFileSync(join(import.meta.dirname, '../../../../modules/wording.yaml'), 'utf8'), 'wording.yaml');
const places = (body: string, lang?: string) => placesOf('wording', `# Page\n\n${body}\n`, { wording: shipped.wording, ...(lang ? { lang } : {}) });
const entry = (text: string) => readWording(text, 'wording.yaml').diagnostics.map(({ code, line, problem }) => [code, line, problem.replace('Something in the list of wording cannot be used. ', '')]);

describe('the list that we ship', () => {
	test('has nothing to mend', () => {
		expect(shipped.diagnostics).toEqual([]);
	});

	test.each([
		['A person who committed suicide.', ['committed suicide']],
		['He is a schizophrenic who suffers from voices.', ['schizophrenic', 'suffers from']],
		['**Non-compliant**, attention-seeking and manipulative.', ['Non-compliant', 'attention-seeking', 'manipulative']],
		['The service users refused medication.', ['service users', 'refused medication']],
		['That is crazy. Normal people do not.', ['crazy', 'Normal people']],
		['Addicts and the mentally ill', ['Addicts', 'the mentally ill']]
	])('sees what may hurt in %j', (text, expected) => {
		expect(places(text)).toEqual(expected);
	});

	test.each([
		'A person with a diagnosis of schizophrenia, who hears voices.',
		'They chose not to take the tablets. A colleague refused a gift.',
		'Suicide can be talked about. Addiction is hard. A nut allergy is too.',
		'"She is a frequent flyer," a nurse says. “Attention seeking.”',
		'She, he, mother, easy, just, mental health, a disabled person, a midwife.',
		'A woman from the Ombudsman met a steward and a host.',
		':::voice\nrole: a peer trainer\n\nI am a schizophrenic, and I am crazy.\n:::',
		'`a schizophrenic` and [what it says](https://example.org/crazy)'
	])('leaves %j alone', (text) => {
		expect(places(text)).toEqual([]);
	});
});

describe('wording', () => {
	test('is suggested with its reason', () => {
		expect(findings('# Page\n\nA frequent flyer.\n', { wording: shipped.wording })[0]!.problem).toBe(
			'"frequent flyer" may come across in a way that you do not mean. It may be kinder to say: a person who comes often, because they have not had the help that they need. It makes a joke of somebody who keeps asking for help.'
		);
	});

	test('is looked at in headings, options, feedback, fields and details', () => {
		const body = '# A crazy page\n\n## Crazy\n\n:::scenario\ntitle: A crazy day\n\nIt is crazy.\n\n- [most helpful] a crazy one\n  > A crazy reason for it.\n- [ ] another\n  > That would help as well.\n:::\n';
		expect(placesOf('wording', body, { wording: shipped.wording })).toEqual(['crazy', 'Crazy', 'crazy', 'crazy', 'crazy', 'crazy']);
	});

	test('without a list is what is unkind in general', () => {
		expect(placesOf('wording', '# Page\n\nThe chairman is a schizophrenic spastic.\n')).toEqual(['chairman', 'spastic']);
	});

	test('is for English only', () => {
		expect(places('That is crazy.', 'cy')).toEqual([]);
	});
});

describe('a list', () => {
	test.each([
		['', []],
		['# nothing yet\n', []],
		['- instead-of: a\n  say: b\n  because: c\n', []],
		['- instead-of: [a, "b c*d"]\n  say: b\n  because: c\n', [['wording-list-invalid', 1, '`instead-of` must be a phrase of letters, or a list of phrases; a `*` may stand at the end of a word, after 3 letters or more.']]],
		['- instead-of: ab*\n  say: b\n  because: c\n', [['wording-list-invalid', 1, '`instead-of` must be a phrase of letters, or a list of phrases; a `*` may stand at the end of a word, after 3 letters or more.']]],
		['- instead-of: a\n  say: b\n  because: c\n\n- insteadof: a\n', [['wording-list-invalid', 5, '`insteadof` is not one of `instead-of`, `say` and `because`.']]],
		['- instead-of: a\n  because: c\n', [['wording-list-invalid', 1, '`say` must be what people could say, in up to 200 letters.']]],
		['instead-of: a\n', [['wording-list-invalid', 1, 'It is not a list of entries that each start with `- instead-of:`.']]],
		['- a\n', [['wording-list-invalid', 1, 'This entry is not made of `instead-of`, `say` and `because`.']]],
		['- instead-of: "a\n  say: b\n', [['wording-list-invalid', 3, 'It cannot be read from here on. A quotation mark may be missing, or the spaces at the start of a line differ.']]],
		['- instead-of: *a\n', [['wording-list-invalid', 1, 'A word that starts with `*` needs quotation marks round it.']]]
	])('says of %j what is wrong', (text, expected) => {
		expect(entry(text)).toEqual(expected);
	});

	test('keeps its good entries', () => {
		const { wording } = readWording('- say: b\n- instead-of: crazy\n  say: b\n  because: c\n', 'wording.yaml');
		expect(placesOf('wording', '# Page\n\nCrazy.\n', { wording })).toEqual(['Crazy']);
	});

	test('of any text gives a list and findings on its lines', () => {
		const text = fc.oneof(fc.string({ unit: 'grapheme' }), fc.array(fc.constantFrom('- instead-of: ', 'a', '\n', '  say: b\n', '  because: c\n', '[', ']', '*', '&a', '"', ': ', '\t', '- ', '<<: ', '\0', '\r\n', '? ', '!!set ')).map((parts) => parts.join('')));
		fc.assert(
			fc.property(text, (text) => {
				const { diagnostics } = readWording(text, 'wording.yaml');
				const lines = text.split(/\r\n?|\n/).length;
				expect(diagnostics.filter(({ line, problem }) => !(line >= 1 && line <= lines && problem))).toEqual([]);
			}),
			{ numRuns: 500 }
		);
	});
});
