import { copyFileSync, cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '../../..');
const SAMPLES = join(ROOT, 'tests/samples');

/** The module for all staff, of which choices are kept. */
export const EVERY_BLOCK = 'every-block';
/** The same for peer workers, of which only is kept that something was answered. */
export const FOR_PEERS = 'every-block-for-peers';
/** A module with voices of which one is withdrawn, one is over, and one can be made so. */
export const LENT = 'lent-voices';

/** What the guide for authors does not show: notes on every kind of answer, beside a block without one. */
const NOTES = `# Notes on parts

:::question
id: plain

Who can see what you choose below?

- [x] nobody
  > Yes. Nothing of it is sent or stored.
- [ ] your manager
  > Nobody is told, and nothing of it is sent.
:::

:::content-note
about: a hard shift
detail: no detail

The short version of the question.
:::

:::question
id: noted-question

What could you do after a hard shift?

- [x] take a break
  > Yes. A break is part of the job.
- [ ] go on as if nothing had been
  > It may catch up with you on the way home.
:::

:::content-note
about: a hard handover
detail: no detail

The short version of the order.
:::

:::order
id: noted-order

What comes first after a hard handover?

1. Sit down.
2. Have some water.
3. Ask for ten minutes.

> Small things first.
:::

:::content-note
about: a hard week
detail: no detail

The short version of the match.
:::

:::match
id: noted-match

Who helps with what?

- the rota = the person in charge
- a worry = your supervisor

> Ask early.
:::

:::content-note
about: what a hard shift leaves behind
detail: no detail

The short version of the reflection.
:::

:::reflection
What helps you to leave a shift behind?
:::

# A picture in the text

Look at the wall.

![A map of the ward](tea.png)

The map hangs by the door.
`;

const guide = readFileSync(join(ROOT, 'modules/README.md'), 'utf8');
const HEAD = /^---\n[\s\S]*?\n---\n/;
const examples = [...guide.matchAll(/```markdown\n([\s\S]*?)```/g)].map(([, text]) => text!);
const head = examples.map((text) => HEAD.exec(text)?.[0]).find((text) => text !== undefined)!;

/** Every example of the guide for authors as one module: the check-in first, and the check-out last. */
function everyBlock(title: string, audience: string): string {
	const ends = examples.find((text) => text.includes(':::check-out'))!.split(/^(?=# )/m);
	const pages = examples.filter((text) => !text.includes(':::check-out') && !HEAD.test(text));
	const details = head.replace(/^title: .*$/m, `title: ${title}`).replace(/^audience: .*$/m, `audience: ${audience}`);
	return [details, ends[0], ...pages, NOTES, ends[1]].join('\n');
}

/** The day until which the third voice may be heard; a test moves it. */
export const LENT_UNTIL = '2036-03-03';

const voice = (words: string, consent: string, until: string) => `:::voice
role: a peer support worker
consent: ${consent}
recorded-by: the peer lead
until: ${until}
audio: ${words}.mp3

These words are ${words}.
:::
`;

function lentVoices(): string {
	const pages = [
		'# Voices\n\nSome of these people have changed their minds.\n',
		voice('withdrawn', 'withdrawn 5 May 2026', '3 March 2036'),
		voice('over', 'given 3 March 2020', '3 March 2021'),
		voice('lent', 'given 3 March 2026', '3 March 2036')
	];
	return [head.replace(/^title: .*$/m, 'title: Lent voices').replace(/^audience: .*$/m, 'audience: all-staff'), ...pages].join('\n');
}

/** Writes the modules into `folder`, each with the files that it shows, and the guides that we ship. */
export function writeModules(folder: string): void {
	const media = join(SAMPLES, 'ok-media');
	for (const [slug, title, audience] of [[EVERY_BLOCK, 'Every block', 'all-staff'], [FOR_PEERS, 'Every block for peers', 'peers']] as const) {
		const files = readdirSync(media).filter((name) => name !== 'module.md' && name !== 'expected.json');
		write(folder, slug, everyBlock(title, audience), files.map((name) => [join(media, name), name]));
		copyFileSync(join(SAMPLES, 'ok-pictures/Two people (1).JPG'), join(folder, slug, 'tea.jpg'));
	}
	const recordings = ['withdrawn', 'over', 'lent'].map((words): [string, string] => [join(media, 'kettle.mp3'), `${words}.mp3`]);
	write(folder, LENT, lentVoices(), recordings);
	cpSync(join(ROOT, 'modules/guides'), join(folder, 'guides'), { recursive: true });
	// A session's plan links to its module.
	cpSync(join(ROOT, 'modules/managing-triggers'), join(folder, 'managing-triggers'), { recursive: true });
	copyFileSync(join(ROOT, 'modules/wording.yaml'), join(folder, 'wording.yaml'));
}

function write(folder: string, slug: string, text: string, files: [string, string][]): void {
	mkdirSync(join(folder, slug), { recursive: true });
	writeFileSync(join(folder, slug, 'module.md'), text);
	for (const [from, name] of files) copyFileSync(from, join(folder, slug, name));
}
