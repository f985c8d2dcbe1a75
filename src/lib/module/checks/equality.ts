import { patterns } from '../../../../node_modules/retext-equality/lib/patterns-en.js';

/** What `retext-equality` says of a phrase: words that could stand in its place. */
export interface Equal {
	phrase: string;
	instead: readonly string[];
}

/**
 * The data of `retext-equality` without the plugin, which takes 80 ms for a
 * module: long enough to be felt in a preview. It was written for technical
 * documents in the United States, so these of its rules are left out.
 */
const LEFT_OUT: Readonly<Record<string, readonly string[]>> = {
	'everyday words, whose rule is about technical writing': [
		'basically', 'clearly', 'easy', 'everyone-knows', 'just', 'obvious', 'of-course', 'simple', 'straightforward', 'bugreport', 'dummy', 'hang', 'invalid', 'master', 'masters', 'master-key',
		'master-plan', 'master-the-art', 'masterful', 'mastermind', 'masterpiece', 'masterplan', 'masterstroke', 'slave', 'slaves', 'special', 'rehab', 'binge', 'barren', 'bony', 'fellowship',
		'spade', 'moan', 'moaning', 'sane', 'whitehat', 'blackhat', 'sandman-sandwoman', 'make-*-great-again', 'father-of-*', 'daft', 'bi', 'suicide-pact', 'suicide-note', 'gender-pronoun', 'maiden',
		'maiden-flight', 'maiden-name', 'maiden-race', 'maiden-speech', 'maiden-voyage', 'working-wife', 'savage', 'totem', 'ghetto', 'deaf-to', 'dwarf', 'english-master', 'motherly', 'oneupmanship', 'long-time-no-see', 'sportsmanlike', 'sportsmanship', 'statesmanlike', 'workmanship', 'tribe', 'hymie',
		'sophisticated-culture', 'sophisticated-technology', 'rehab-center'
	],
	'words of mental health, for which our own list says more': [
		'add', 'addict', 'addicts', 'alcoholic', 'asylum', 'bipolar', 'commit-suicide', 'committed-suicide', 'failed-suicide', 'depressed', 'insomnia', 'insomniac', 'insomniacs', 'manic', 'nuts', 'ocd',
		'panic-attack', 'psychotic', 'schizo', 'insanely', 'madman', 'madmen', 'maniac', 'pull-the-trigger'
	],
	'words that are right in the United Kingdom, or that people here use of themselves': [
		'amputee', 'downs-syndrome', 'dyslexic', 'epileptic', 'freshman', 'gyp', 'hearing-impaired', 'intellectually-disabled', 'intellectually-disabled-people', 'latino', 'learning-disabled', 'midwife',
		'mrs-', 'nonwhite', 'sex-change-operation', 'sexchange', 'stammering', 'stutterer', 'transvestite', 'gay-rights', 'islamist', 'islamists', 'birth-defect'
	]
};

/** Insults. Its suggestions for them are milder insults, so we make none. */
const NO_SUGGESTION = ['cretin', 'dumb', 'fag', 'gimp', 'heshe', 'idiot', 'lame', 'libtard', 'retard', 'retards', 'wacko', 'wifebeater', 'towel-heads', 'tranny', 'spaz'];

/** Pairs such as "mother, father" or "he, she" are no slight. Only jobs named after men are, such as "chairman". */
const JOB = /^(?!wo)[a-z]+(?<!wo)m[ae]n$/;
const NO_JOBS = ['englishmen', 'frenchmen', 'countryman', 'countrymen', 'kinsman', 'kinsmen', 'hangman', 'hangmen', 'sandman', 'sandmen', 'ombudsman', 'ombudsmen', 'gentleman', 'gentlemen', 'superman', 'supermen', 'henchman', 'henchmen', 'caveman', 'cavemen', 'bogeyman', 'boogeyman', 'bogieman', 'bogiemen', 'boogieman', 'boogiemen'];

/** Every phrase that we take, with what could stand in its place. */
export const EQUALITY: readonly Equal[] = patterns
	.filter(({ id }) => !Object.values(LEFT_OUT).some((ids) => ids.includes(id)))
	.flatMap(({ id, type, inconsiderate, considerate = {} }) =>
		Object.keys(inconsiderate)
			.filter((phrase) => type === 'basic' || (JOB.test(phrase) && !NO_JOBS.includes(phrase)))
			.map((phrase) => ({ phrase, instead: NO_SUGGESTION.includes(id) ? [] : Object.keys(considerate).slice(0, 2) }))
	);
