import type { Kysely } from 'kysely';
import { recordables, type Answerable, type Module } from '#lib/module/module.ts';
import type { Answer } from '#lib/progress/answers/answer.ts';
import { wayThrough } from '#lib/progress/answers/scenario.ts';
import { decode, keepOf, type Keep } from '#lib/progress/encoding.ts';
import type { Row, Schema } from '../database/schema.ts';
import { findVersion } from '../library/versions.ts';
import { plainWords } from '../local-details/entries.ts';
import { at, words, wordsOrNone, type Entry } from './record-item.ts';

/** One attempt in words: what is done, where somebody is, and what they last answered. */
export async function attemptFacts(db: Kysely<Schema>, row: Row<'attempt'>): Promise<Entry> {
	const version = await findVersion(db, row.version);
	const facts = [
		...words('Module', version?.module.title ?? row.module),
		...words('Version', row.version),
		// An attempt that has ended keeps the day of its end and no other.
		...(row.ended_at ? [] : at('Begun', row.started_at)),
		...(row.ended_at ? [] : at('Last saved', row.saved_at)),
		...at('Completed', row.ended_at)
	];
	if (!version || row.state === '') return [...facts, ...wordsOrNone('Answers', undefined, 'None are kept')];
	return [...facts, ...progressFacts(version.module, row.state)];
}

function progressFacts(module: Module, state: string): Entry {
	const decoded = decode(module, state);
	// As it is stored, where nobody can read it any more: it is theirs all the same.
	if (decoded.kind !== 'resumed') return words('Progress, as it is stored', state);
	const { attempt } = decoded;
	const titleOf = (id: string) => module.pages.find((page) => page.id === id)?.title ?? id;
	const keep = keepOf(module);
	const answered = module.pages.flatMap(recordables).filter(({ id }) => Object.hasOwn(attempt.answers, id));
	return [
		...words('Where you are', titleOf(attempt.here)),
		...wordsOrNone('Pages done', attempt.done.map(titleOf).join('; ')),
		...words('Changes saved so far', attempt.changes),
		...answered.flatMap((asked) => words(`Your answer to "${asked.kind === 'scenario' ? asked.title : plainWords(asked.prompt)}"`, answerInWords(asked, attempt.answers[asked.id]!, keep)))
	];
}

/** An answer as its letters have it. Of some, only the fact is kept. */
function answerInWords(asked: Answerable, answer: Answer, keep: Keep): string {
	if (keep === 'answered' || answer === '') return 'You answered. We did not keep what you chose';
	const letters = [...answer];
	const said = (options: readonly { letter: string; html: string }[]) => letters.map((letter) => plainWords(options.find((option) => option.letter === letter)!.html));
	switch (asked.kind) {
		case 'question':
			return said(asked.options).join('; ');
		case 'order':
			return said(asked.items).map((words, index) => `${index + 1}. ${words}`).join('; ');
		case 'match':
			return asked.items.map(({ html }, index) => `${plainWords(html)}: ${asked.choices.find(({ letter }) => letter === letters[index])!.text}`).join('; ');
		case 'scenario':
			return wayThrough(asked, answer).passed.map(({ choice }) => plainWords(choice.html)).join('; ');
	}
}
