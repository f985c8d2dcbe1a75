import { createServer } from 'node:net';

/**
 * Why nothing can listen at this address, in a sentence, or undefined. Asked
 * before anything else is done, since adapter-node ends with a stack trace.
 */
export async function listenProblem({ host, port }: { host: string; port: number }): Promise<string | undefined> {
	const code = await new Promise<string | undefined>((done) => {
		const server = createServer();
		server.once('error', ({ code, message }: NodeJS.ErrnoException) => done(code ?? message));
		server.listen({ host, port }, () => server.close(() => done(undefined)));
	});
	if (code === undefined) return undefined;
	if (code === 'EADDRINUSE') return `Something else is using port ${port}: close it, or set PORT to another.`;
	if (code === 'EACCES') return `This user may not use port ${port}: set PORT to one from 1024.`;
	return `The server cannot listen on HOST "${host}" (${code}): set it to an address of this machine, such as 127.0.0.1.`;
}
