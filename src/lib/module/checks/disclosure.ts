import { brief } from '../brief.ts';
import type { Report } from '../diagnostic.ts';
import { placeIn } from './passages.ts';
import { holds, speech } from './speech.ts';
import { LOCAL, VOICE, type Words } from './words.ts';

/** Blocks that do not ask, or that quote and explain. */
const ASK_NOTHING = ['content-note', 'do', 'do-not', 'support', LOCAL, VOICE];

const UNWELL = 'unwell|ill|in crisis|in hospital|on a ward|at your worst|sectioned|detained|restrained|secluded|hurt|harmed|abused|assaulted|bullied|suicidal|depressed|traumatised|triggered|broke down|struggled with your mental health';
const HISTORY = 'diagnos[ie]s|trauma|traumas|abuse|self-harm|breakdown|mental illness|mental health (?:history|problems?|condition|story)|medication|symptoms|triggers|recovery story|lived experience story|past|medical history|childhood';
const ASKS = 'tell|describe|write|share|say|list|name|note|explain|think (?:about|of|back to)|remember|recall|imagine again|talk about|look back (?:at|on|to)';

/** Questions about people's own history. Each speaks to "you", as a module does. */
const QUESTIONS: readonly RegExp[] = [
	'\\bhave you (?:ever|yourself|personally|also)\\b[^.?!]*',
	`\\bwhat (?:is|was|are|were) your (?:own )?(?:${HISTORY})\\b`,
	`\\b(?:${ASKS})\\b[^.?!]{0,60}\\b(?:time|times|moment|day|days|period) (?:when |that |in which )?you\\b[^.?!]{0,40}\\b(?:${UNWELL})\\b`,
	`\\b(?:${ASKS}) (?:us |me |everyone |someone |each other |down |about )*your (?:own )?(?:${HISTORY})\\b`,
	'\\b(?:describe|share|write about|tell (?:us|me|each other) about) your (?:own )?experiences? (?:of|with) (?:mental|being (?:unwell|ill|in hospital|detained|sectioned|restrained|abused)|services|care|trauma|abuse|illness|psychosis|depression|self-harm|crisis)\\b',
	'\\bwhat (?:has )?happened to you\\b(?! (?:at|in) work)',
	`\\b(?:when|why|how|how often) (?:were|did|have|was) you (?:first |last |been |become |get |got )*(?:diagnosed|${UNWELL})\\b`,
	'\\b(?:do|did) you (?:have|take|suffer from|live with) (?:a |an |any |your )?(?:diagnosis|mental health (?:problem|condition)s?|mental illness|medication|trauma|psychosis|depression|anxiety)\\b'
].map((pattern) => new RegExp(pattern, 'giu'));

/**
 * Reports questions, scenarios and reflections that ask people to tell what they
 * have lived through. Nobody has to, in any module: the service manual asks for
 * a reason for every sensitive question, and training has none. What is said
 * between quotation marks is somebody else's question, shown to learn from, and
 * an option is something that somebody might say or do.
 */
export function checkDisclosure({ passages }: Words, report: Report): void {
	for (const passage of passages) {
		if (passage.block === undefined || ASK_NOTHING.includes(passage.block) || ['option', 'feedback'].includes(passage.where)) continue;
		const said = speech(passage.text);
		for (const pattern of QUESTIONS) {
			const asked = [...passage.text.matchAll(pattern)].find(({ index }) => !holds(said, index));
			if (!asked) continue;
			report('disclosure-asked', placeIn(passage, asked.index, asked[0].length), brief(asked[0]));
			break;
		}
	}
}
