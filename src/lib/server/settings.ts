import * as v from 'valibot';

/** How this server is set up. */
export interface Settings {
	/** Where people's browsers find the site, for example `https://training.example.nhs.uk`. */
	origin: string;
	port: number;
	/** The network address that the server listens on. */
	host: string;
	/** The database file. */
	database: string;
	/** The folder of modules that are published at start. */
	modules: string;
	serviceName: string;
	/** The trust's name, where the header says it. */
	organisation?: string;
	/** Whether this is a trial with invented people, whose passwords the sign-in page shows. */
	demonstration: boolean;
	/** Where "Leave this page quickly" leads from modules with a sensitive audience; absent where they have no such link. */
	leaveQuickly?: string;
	logLevel: (typeof LOG_LEVELS)[number];
}

/** The settings, or everything that is wrong with them: one sentence or two for each variable. */
export type ReadSettings = { ok: true; settings: Settings } | { ok: false; problems: string[] };

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
/** Everyday, quick to load, and nothing to explain to whoever looks over a shoulder; GOV.UK's own choice. */
const ELSEWHERE = 'https://www.bbc.co.uk/weather';
const LOOPBACK = ['localhost', '127.0.0.1', '[::1]', '::1'];
const isLoopback = (host: string) => LOOPBACK.includes(host.toLowerCase());

// Compose files and unit files often set a variable to nothing where they mean
// not to set it.
const given = (env: Record<string, string | undefined>) =>
	Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== ''));

const optional = (fallback: string) => v.optional(v.string(), fallback);

const VARIABLES = {
	ORIGIN: v.pipe(
		optional(''),
		v.check((origin) => originProblem(origin) === undefined, ({ input }) => originProblem(input) ?? '')
	),
	PORT: v.pipe(
		optional('3000'),
		v.check(
			(port) => /^\d{1,5}$/.test(port) && Number(port) >= 1 && Number(port) <= 65_535,
			({ input }) => `PORT is "${input}". Set it to a whole number from 1 to 65535, for example PORT=3000.`
		),
		v.transform(Number)
	),
	HOST: optional('127.0.0.1'),
	DATABASE: optional('data/alongside.db'),
	MODULES: optional('modules'),
	SERVICE_NAME: optional('Alongside'),
	ORGANISATION: v.optional(v.string()),
	DEMONSTRATION: v.optional(
		v.picklist(['true', 'false'], ({ input }) => `DEMONSTRATION is "${input}". Set it to true or false, or leave it out.`),
		'false'
	),
	LEAVE_QUICKLY: v.pipe(
		optional('false'),
		v.check(
			(found) => ['true', 'false'].includes(found) || isHttps(found),
			({ input }) => `LEAVE_QUICKLY is "${input}". Set it to true, to false, or to the address to go to, which starts with https://.`
		)
	),
	LOG_LEVEL: v.optional(
		v.picklist(LOG_LEVELS, ({ input }) => `LOG_LEVEL is "${input}". Set it to one of ${LOG_LEVELS.join(', ')}.`),
		'info'
	)
};

const Environment = v.pipe(
	v.object(VARIABLES),
	// Runs when both can be read, whatever is wrong with the others.
	v.partialCheck(
		[['DEMONSTRATION'], ['HOST']],
		({ DEMONSTRATION, HOST }) => DEMONSTRATION === 'false' || isLoopback(HOST),
		({ input }) =>
			`DEMONSTRATION is "true" and HOST is "${input.HOST}". Everybody on the network could sign in with the ` +
			"demonstration's passwords: set HOST to 127.0.0.1, or DEMONSTRATION to false."
	)
);

/** Reads the settings from the environment, which the caller passes in. */
export function readSettings(env: Record<string, string | undefined>): ReadSettings {
	const variables = given(env);
	// Only the development server and the tests, which say so, may guess the
	// origin: a wrong guess would break every form, or the check of where it comes from.
	if (['development', 'test'].includes(variables.NODE_ENV ?? '')) variables.ORIGIN ??= `http://localhost:${variables.PORT ?? 5173}`;
	const read = v.safeParse(Environment, variables);
	if (!read.success) return { ok: false, problems: read.issues.map((issue) => issue.message) };
	const found = read.output;
	return {
		ok: true,
		settings: {
			origin: found.ORIGIN,
			port: found.PORT,
			host: found.HOST,
			database: found.DATABASE,
			modules: found.MODULES,
			serviceName: found.SERVICE_NAME,
			organisation: found.ORGANISATION,
			demonstration: found.DEMONSTRATION === 'true',
			leaveQuickly: found.LEAVE_QUICKLY === 'false' ? undefined : found.LEAVE_QUICKLY === 'true' ? ELSEWHERE : found.LEAVE_QUICKLY,
			logLevel: found.LOG_LEVEL
		}
	};
}

function isHttps(address: string): boolean {
	return URL.canParse(address) && new URL(address).protocol === 'https:';
}

function originProblem(origin: string): string | undefined {
	const example = 'for example ORIGIN=https://training.example.nhs.uk.';
	if (origin === '') return `ORIGIN is not set. Set it to the address where people find the site, ${example}`;
	const url = URL.canParse(origin) ? new URL(origin) : undefined;
	// Browsers write their origin in exactly this way, and it is compared as text.
	if (!url || !/^https?:$/.test(url.protocol) || url.origin !== origin) {
		return `ORIGIN is "${origin}". Set it to https://, the site's name and nothing after it, ${example}`;
	}
	if (url.protocol === 'https:' || isLoopback(url.hostname)) return undefined;
	return `ORIGIN is "${origin}", which would send passwords unencrypted. Set it to an address that starts with https://.`;
}
