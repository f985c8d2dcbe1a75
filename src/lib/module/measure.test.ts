import { expect, test } from 'vitest';
import { compileModule } from './compile.ts';
import { measure } from './measure.ts';

const HEAD = '---\ntitle: T\nsummary: S\naudience: all-staff\nstage: ongoing\nminutes: 5\noutcomes:\n  - a\nsources:\n  - b\n---\n';
const measured = (body: string) => measure(compileModule({ slug: 'a-module', file: 'module.md', text: HEAD + body, files: new Map() }).module!);

test('words are what somebody reads: titles and text, without tags and short versions', () => {
	expect(measured('# Two words\n\n:::content-note\nabout: x\ndetail: y\n\nNot read as well.\n:::\n\nThree *more* words.')).toMatchObject({ pages: 1, words: 5, scenarios: 0, questions: 0 });
});

test('of the feedback as much counts as one answer shows', () => {
	const body = '# Page\n\n:::question\nWhich of these?\n\n- [x] one\n  > Four words of feedback.\n- [ ] two\n  > Two words.\n:::';
	expect(measured(body)).toMatchObject({ words: 1 + 3 + 2 + 3, questions: 1 });
});

test('a scenario takes a minute to think, and 200 words take one to read', () => {
	const body = `# Page\n\n${'word '.repeat(392)}\n\n:::scenario\ntitle: T\n\nNow?\n\n- [most helpful] a\n  > b\n- [ ] c\n  > d\n:::`;
	expect(measured(body)).toMatchObject({ words: 398, scenarios: 1, questions: 0, minutes: 398 / 200 + 1 });
});

test('explanations of words are not counted, nor what the trust fills in', () => {
	expect(measured('# Page\n\nThe rota.\n\n:::glossary\n- rota = who works when\n:::\n\n:::local-detail\nname: peer-lead\n\nSay who.\n:::').words).toBe(3);
});
