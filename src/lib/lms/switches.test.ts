import { expect, test } from 'vitest';
import { readSwitches, writeSwitches, type Switches } from './switches.ts';

const read = (text: string) => readSwitches(new URLSearchParams(text));
const USUAL: Switches = { system: 'scorm-again', arrival: 'at-once', saving: 'works', limits: [] };

test('where nothing is said, the learning system is as most are', () => {
	expect(read('')).toEqual(USUAL);
});

test('what is said is read', () => {
	expect(read('system=strict&arrival=late&saving=fails&limits=esr&limits=review')).toEqual({ system: 'strict', arrival: 'late', saving: 'fails', limits: ['review', 'esr'] });
});

test.each(['system=__proto__', 'arrival=constructor&saving=', 'limits=toString&limits=%00', 'SYSTEM=strict', 'LMS_URL=x'])('%s is nothing that is said', (text) => {
	expect(read(text)).toEqual(USUAL);
});

test('what is written is read again', () => {
	const all: Switches = { system: 'strict', arrival: 'never', saving: 'slow', limits: ['review', 'short', 'esr'] };
	for (const switches of [USUAL, all]) expect(read(writeSwitches(switches))).toEqual(switches);
});
