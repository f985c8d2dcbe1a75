import * as v from 'valibot';
import type { Detail } from './front-matter.ts';
import { GUIDE_KINDS } from './guide.ts';
import { isId } from './ids.ts';
import { STAGES } from './module.ts';

/** Some words, and not too many. */
const words = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(300));
/** A list that says nothing twice. */
const once = v.check((list: string[]) => new Set(list).size === list.length);
/** Roles, and never names. */
const roles = v.optional(v.pipe(v.array(v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(60))), v.minLength(1), v.maxLength(12), once));
const minutes = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(240));

const title = v.pipe(words, v.maxLength(100));
const SUMMARY = { schema: words, expected: 'one sentence for lists, up to 300 letters' };
const AUDIENCE = { schema: v.pipe(v.string(), v.check(isId)), expected: 'a group such as `all-staff` or `peers`' };
const LANGUAGE = {
	lang: { schema: v.optional(v.pipe(v.string(), v.regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/)), 'en-GB'), expected: 'a language tag such as `en-GB` or `cy`' },
	dir: { schema: v.optional(v.picklist(['ltr', 'rtl']), 'ltr'), expected: '`ltr` or `rtl`' }
};
const SOURCES = {
	schema: v.pipe(v.array(v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(1000))), v.minLength(1), once),
	expected: 'a list of where the facts come from, each once and on a line that starts with `- `'
};

/** The details of a module. */
export const MODULE_DETAILS = {
	title: { schema: title, expected: 'the name of the module, up to 100 letters' },
	summary: SUMMARY,
	audience: AUDIENCE,
	stage: { schema: v.picklist(STAGES), expected: `one of ${STAGES.join(', ')}` },
	minutes: { schema: minutes, expected: 'a number of minutes, such as 20' },
	renew: {
		schema: v.optional(v.pipe(v.string(), v.regex(/^([1-9]|[1-9][0-9]|1[01][0-9]|120) months?$/), v.transform((text) => parseInt(text, 10)))),
		expected: 'a number of months, such as `36 months`, up to 120'
	},
	pass: { schema: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100))), expected: 'how many of 100 questions must be right, such as 80; best left out' },
	...LANGUAGE,
	outcomes: { schema: v.pipe(v.array(words), v.minLength(1), v.maxLength(12), once), expected: 'a list of what people can do afterwards, each once and on a line that starts with `- `' },
	sources: SOURCES
} as const satisfies Record<string, Detail>;

/** The details of a guide to read and print. */
export const GUIDE_DETAILS = {
	kind: { schema: v.picklist(GUIDE_KINDS), expected: '`guide`, `session` for the plan of a session that peers lead, or `story`' },
	title: { schema: title, expected: 'the name of the guide, up to 100 letters' },
	summary: SUMMARY,
	audience: { ...AUDIENCE, schema: v.optional(AUDIENCE.schema) },
	module: { schema: v.optional(v.pipe(v.string(), v.check(isId))), expected: 'the folder of the module that the session goes with' },
	minutes: { schema: v.optional(minutes), expected: 'how long the session takes, such as 90' },
	'written-by': { schema: roles, expected: 'a list of the roles in which people wrote it, each on a line that starts with `- `, and no names' },
	'approved-by': { schema: roles, expected: 'a list of the roles that approved it, each on a line that starts with `- `, and no names' },
	...LANGUAGE,
	sources: { ...SOURCES, schema: v.optional(SOURCES.schema) }
} as const satisfies Record<string, Detail>;
