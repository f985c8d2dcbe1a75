import { GROUPS, type Group } from '#lib/module/messages.ts';
import { suggest } from '#lib/module/suggestion.ts';
import { readArguments } from './arguments.ts';
import { CannotRun } from './cannot-run.ts';
import { colours } from './colours.ts';
import { CODES, explanationOf, GROUP_TITLES, isCode, type Explanation } from '#lib/module/explanation.ts';

const EXPLAIN = `Usage: npx alongside explain [code]

Tells more about what "npx alongside check" found: why it matters, with an example.
Without a code it lists every one.

  --help   this text

Exit code: 0 explained, 2 there is no such code.`;

/** The longest line of words, so that a wide window stays readable. */
const WIDTH = 80;

/** `alongside explain`. */
export async function explain(args: string[]): Promise<number> {
	const { values, positionals } = readArguments({ args, allowPositionals: true, options: { help: { type: 'boolean' } } });
	if (values.help) return console.log(EXPLAIN), 0;
	const [asked] = positionals;
	if (asked === undefined) return console.log(list()), 0;
	// It may be pasted with the brackets that it stands in.
	const code = asked.replace(/^\[|\]$/g, '');
	if (!isCode(code)) throw new CannotRun(`There is no code "${code}".${suggest(code, CODES).replaceAll('`', '"')} "npx alongside explain" lists every one.`);
	console.log(tell(explanationOf(code)));
	return 0;
}

function list(): string {
	const groups = (Object.keys(GROUPS) as Group[]).filter((group) => Object.keys(GROUPS[group]).length > 0);
	return groups
		.map((group) => {
			const entries = CODES.filter((code) => Object.hasOwn(GROUPS[group], code)).map((code) => `  ${code}\n      ${explanationOf(code).problem}`);
			return [colours.bold(GROUP_TITLES[group]), ...entries].join('\n');
		})
		.join('\n\n');
}

function tell({ code, group, severity, problem, advice, why, example }: Explanation): string {
	const stops = severity === 'error' ? 'error: the module is published once it is mended' : 'warning: something to think about';
	const parts = [`${colours.bold(code)}\n${GROUP_TITLES[group]} (${group}). ${stops[0]!.toUpperCase()}${stops.slice(1)}.`, `${wrap(problem)}\n${wrap(advice)}`, `${colours.bold('Why')}\n${wrap(why)}`];
	if (example) parts.push(`${colours.bold('Such as')}\n${indent(example.before)}`, `${colours.bold('Better')}\n${indent(example.after)}`);
	return parts.join('\n\n');
}

const indent = (lines: string) => lines.replace(/^(?=.)/gm, '    ');

function wrap(words: string): string {
	const lines: string[] = [];
	for (const word of words.split(' ')) {
		const last = lines.at(-1);
		if (last !== undefined && last.length + word.length < WIDTH) lines[lines.length - 1] = `${last} ${word}`;
		else lines.push(word);
	}
	return lines.join('\n');
}
