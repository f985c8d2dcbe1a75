import { expect, test } from 'vitest';
import type { FrameMessage } from '#lib/lms/frame-message.ts';
import { readLaunched, readMessage } from './message.ts';

const frame = new MessageChannel().port1 as unknown as MessageEventSource;
const { port1: port } = new MessageChannel();
const launched = { kind: 'launched', saved: {}, values: { 'cmi.core.entry': 'ab-initio' } };
const event = { data: launched as unknown, source: frame, origin: 'null', ports: [port] };

test('a package that starts is heard, with its port', () => {
	expect(readLaunched(event, frame)).toEqual({ launched, port });
});

test.each<[string, Partial<typeof event>, MessageEventSource | null]>([
	['another window', { source: new MessageChannel().port1 as unknown as MessageEventSource }, frame],
	['nobody', { source: null as unknown as MessageEventSource }, frame],
	['nobody, while there is no frame', { source: null as unknown as MessageEventSource }, null],
	['a page that has an origin', { origin: 'https://evil.example' }, frame],
	['our own site', { origin: 'http://localhost:3000' }, frame],
	['the frame without a port', { ports: [] }, frame]
])('what comes from %s is not', (_, different, theFrame) => {
	expect(readLaunched({ ...event, ...different }, theFrame)).toBeUndefined();
});

test.each<[string, unknown]>([
	['nothing', undefined],
	['text', 'launched'],
	['another kind', { kind: 'kept', saved: {} }],
	['values that are none', { ...launched, values: { 'cmi.core.entry': { toString: 'x' } } }],
	['values without end', { ...launched, saved: { 'cmi.suspend_data': 'x'.repeat(10_000_000) } }]
])('%s is no start', (_, data) => {
	expect(readLaunched({ ...event, data }, frame)).toBeUndefined();
});

test.each<[FrameMessage]>([
	[{ kind: 'call', call: { name: 'LMSCommit', arguments: [''], answer: 'true' } }],
	[{ kind: 'kept', saved: { 'cmi.suspend_data': 'x' } }],
	[{ kind: 'minded', finding: { call: 'LMSSetValue', element: 'cmi.core.exit', words: 'Words.' } }],
	[{ kind: 'stopped', what: 'img-src', address: 'https://evil.example/' }]
])('%j is what our learning system says', (message) => {
	expect(readMessage(message)).toEqual(message);
});

test.each<[string, unknown]>([
	['nothing', null],
	['a call of no function', { kind: 'call', call: { name: 'constructor', arguments: [], answer: '' } }],
	['a call with objects', { kind: 'call', call: { name: 'LMSCommit', arguments: [{}], answer: 'true' } }],
	['a call with a thousand arguments', { kind: 'call', call: { name: 'LMSCommit', arguments: Array(1000).fill(''), answer: 'true' } }],
	['a state of 10 MB', { kind: 'kept', saved: { 'cmi.suspend_data': 'x'.repeat(10_000_000) } }],
	['a kind that is none', { kind: '__proto__' }]
])('%s is not', (_, data) => {
	expect(readMessage(data)).toBeUndefined();
});

test('what has more than it should loses it', () => {
	const call = { name: 'LMSCommit', arguments: [''], answer: 'true' };
	expect(readMessage({ kind: 'call', call: { ...call, html: '<b>' }, __proto__: { polluted: true } })).toEqual({ kind: 'call', call });
});
