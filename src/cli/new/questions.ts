import { createInterface } from 'node:readline/promises';
import { DETAILS, problemWith, type Answers } from './details.ts';

/**
 * Asks for every detail that is not `known`, one by one, each again until its
 * answer can be used. Returns nothing where the input ends before (Ctrl+C, Ctrl+D).
 */
export async function ask(known: Answers, input: NodeJS.ReadableStream, output: NodeJS.WritableStream): Promise<Answers | undefined> {
	const terminal = createInterface({ input, output });
	// `question()` would lose what was typed or pasted before it asks.
	const typed = terminal[Symbol.asyncIterator]();
	const answers = { ...known };
	try {
		for (const detail of DETAILS.filter(({ name }) => known[name] === undefined)) {
			output.write(['', detail.question, ...(detail.choices ?? []).map((choice) => `  ${choice}`), ''].join('\n'));
			terminal.setPrompt(`(${detail.standard}) `);
			while (answers[detail.name] === undefined) {
				terminal.prompt();
				const { value, done } = await typed.next();
				if (done) return undefined;
				const answer = value.trim().replace(/\s+/g, ' ') || detail.standard;
				const problem = problemWith(detail, answer);
				if (problem === undefined) answers[detail.name] = answer;
				else output.write(`${problem}\n`);
			}
		}
		return answers;
	} finally {
		terminal.close();
	}
}
