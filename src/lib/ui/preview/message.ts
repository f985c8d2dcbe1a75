import { array, literal, maxLength, object, picklist, pipe, record, safeParse, string, variant, type GenericSchema } from 'valibot';
import type { FrameMessage, Launched } from '#lib/lms/frame-message.ts';
import { NAMES_12, NAMES_2004 } from '#lib/lms/functions.ts';

/** Longer than anything that a learning system takes, and short enough to show. */
const text = pipe(string(), maxLength(100_000));
const values = record(text, text);

const Launching: GenericSchema<unknown, Launched> = object({ kind: literal('launched'), saved: values, values });

const Message: GenericSchema<unknown, FrameMessage> = variant('kind', [
	object({ kind: literal('call'), call: object({ name: picklist([...Object.values(NAMES_12), ...Object.values(NAMES_2004)]), arguments: pipe(array(text), maxLength(10)), answer: text }) }),
	object({ kind: literal('kept'), saved: values }),
	object({ kind: literal('minded'), finding: object({ call: text, element: text, words: text }) }),
	object({ kind: literal('stopped'), what: text, address: text })
]);

/** That the package in `frame` starts, with the port by which its LMS speaks; or undefined where `event` comes from elsewhere or is something else. */
export function readLaunched({ data, source, origin, ports }: Pick<MessageEvent<unknown>, 'data' | 'source' | 'origin' | 'ports'>, frame: MessageEventSource | null): { launched: Launched; port: MessagePort } | undefined {
	// A sandboxed frame has an origin that is nobody's, and says "null".
	if (frame === null || source !== frame || origin !== 'null') return undefined;
	const read = safeParse(Launching, data);
	const [port] = ports;
	return read.success && port ? { launched: read.output, port } : undefined;
}

/** What an LMS says by its port, or undefined where it is nothing that ours says. */
export function readMessage(data: unknown): FrameMessage | undefined {
	const read = safeParse(Message, data);
	return read.success ? read.output : undefined;
}
