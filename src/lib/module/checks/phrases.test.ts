import { expect, test } from 'vitest';
import { findPhrases, phrasebook, plainWords } from './phrases.ts';

const book = phrasebook(['frequent flyer*', 'attention seeking', 'schizophrenic*', 'normal', 'normal people', 'addict', 'denied any'].map((phrase) => [phrase, phrase] as const));
const found = (text: string) => findPhrases(text, plainWords(text), book).map(({ start, end }) => text.slice(start, end));

test.each([
	['A Frequent Flyer and frequent-flyers', ['Frequent Flyer', 'frequent-flyers']],
	['attention-seeking or attention\n  seeking', ['attention-seeking', 'attention\n  seeking']],
	['attention, seeking', []],
	['schizophrenics, schizophrenia', ['schizophrenics']],
	['normal people, normal days', ['normal people', 'normal']],
	['addict, addiction, the addict’s', ['addict', 'addict’s']],
	['abnormal people denied anything', []]
])('in %j', (text, expected) => {
	expect(found(text)).toEqual(expected);
});
