import { expect, test } from 'vitest';
import { isOtherLoopback } from './loopback.ts';

test.each([
	['127.0.0.1:3000', 'http://localhost:3000', true],
	['[::1]:3000', 'http://localhost:3000', true],
	['localhost:3000', 'http://127.0.0.1:3000', true],
	['localhost', 'http://127.0.0.1', true],
	['localhost:3000', 'http://localhost:3000', false],
	['127.0.0.1:3001', 'http://localhost:3000', false],
	['example.org:3000', 'http://localhost:3000', false],
	['127.0.0.1', 'https://training.example.org', false],
	['127.0.0.1.example.org:3000', 'http://localhost:3000', false],
	['', 'http://localhost:3000', false],
	[null, 'http://localhost:3000', false]
])('%s is another name of %s on the same machine: %s', (host, origin, is) => {
	expect(isOtherLoopback(host, origin)).toBe(is);
});
