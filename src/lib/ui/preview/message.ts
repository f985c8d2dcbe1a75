import { array, literal, maxLength, object, picklist, pipe, record, safeParse, string, variant, type GenericSchema } from 'valibot';
import type { FrameMessage } from '#lib/lms/frame-message.ts';
import { NAMES_12, NAMES_2004 } from '#lib/lms/functions.ts';

/** Longer than anything that a learning system takes, and short enough to show. */
const text = pipe(string(), maxLength(100_000));
const values = record(text, text);

const Message: GenericSchema<unknown, FrameMessage> = variant('kind', [
	object({ kind: literal('launched'), saved: values, values }),
	object({ kind: literal('call'), call: object({ name: picklist([...Object.values(NAMES_12), ...Object.values(NAMES_2004)]), arguments: pipe(array(text), maxLength(10)), answer: text }) }),
	object({ kind: literal('kept'), saved: values }),
	object({ kind: literal('minded'), finding: object({ call: text, element: text, words: text }) }),
	object({ kind: literal('stopped'), what: text, address: text })
]);

/** What `frame` says with `event`, or undefined where it comes from elsewhere or is nothing that our LMS says. */
export function readMessage({ data, source, origin }: Pick<MessageEvent<unknown>, 'data' | 'source' | 'origin'>, frame: MessageEventSource | null): FrameMessage | undefined {
	// A sandboxed frame has an origin that is nobody's, and says "null".
	if (frame === null || source !== frame || origin !== 'null') return undefined;
	const read = safeParse(Message, data);
	return read.success ? read.output : undefined;
}
