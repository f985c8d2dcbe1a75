import { expect, test } from 'vitest';
import { placesOf } from './trial.ts';

test.each([
	['A person had cut their wrists.', ['cut their wrists']],
	['She jumped off a high bridge.', ['jumped off a high bridge']],
	['He hanged himself.', ['hanged himself']],
	['They took 30 paracetamol tablets.', ['took 30 paracetamol tablets']],
	['An overdose of sleeping pills', ['overdose of sleeping pills']],
	['500 mg of quetiapine', ['500 mg of quetiapine']],
	['A ligature was found.', ['ligature']],
	['She was beaten with a belt.', ['beaten with a belt']],
	['Staff held him face down.', ['held him face down']],
	[':::voice\n"I took a whole box of tablets."\n:::', ['took a whole box of tablets']]
])('sees detail in %j', (text, expected) => {
	expect(placesOf('method-detail', `# Page\n\n${text}\n`)).toEqual(expected);
});

test.each([
	'A person had tried to end their life.',
	'A cut in hours. They cut their own lunch short. Hang up your coat.',
	'She took 2 tablets at night. They took 10 minutes.',
	'Somebody had died by suicide. A person talked about an overdose.',
	'They jumped in to help, and jumped from topic to topic.',
	'The printer burned out. The bus was hit by a tree. She held her breath, and his arms were full.'
])('leaves %j alone', (text) => {
	expect(placesOf('method-detail', `# Page\n\n${text}\n`)).toEqual([]);
});
