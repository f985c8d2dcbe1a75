/** Which LMS plays, and how it behaves; the first of each is what most do. */
export const SYSTEMS = ['scorm-again', 'strict'] as const;
export const ARRIVALS = ['at-once', 'late', 'never'] as const;
export const SAVINGS = ['works', 'slow', 'fails-at-first', 'fails'] as const;
export const LIMITS = ['review', 'short', 'esr'] as const;

/** How somebody wants the LMS of a preview to be. */
export interface Switches {
	system: (typeof SYSTEMS)[number];
	/** When the API is there. */
	arrival: (typeof ARRIVALS)[number];
	/** What comes of a commit. */
	saving: (typeof SAVINGS)[number];
	/** `review`: nothing may be written. `short`: fewer than 4,096 characters. `esr`: the elements of ESR's adapter, in SCORM 1.2. */
	limits: readonly (typeof LIMITS)[number][];
}

/** Reads switches from an address or a form; what is none of them is as most LMSs have it. */
export function readSwitches(fields: Pick<URLSearchParams, 'get' | 'getAll'>): Switches {
	const one = <T extends string>(name: string, choices: readonly [T, ...T[]]) => choices.find((choice) => choice === fields.get(name)) ?? choices[0];
	const given = fields.getAll('limits');
	return {
		system: one('system', SYSTEMS),
		arrival: one('arrival', ARRIVALS),
		saving: one('saving', SAVINGS),
		limits: LIMITS.filter((limit) => given.includes(limit))
	};
}

/** Writes switches into an address; `readSwitches` gives them back. */
export function writeSwitches({ system, arrival, saving, limits }: Switches): string {
	return new URLSearchParams([...Object.entries({ system, arrival, saving }), ...limits.map((limit) => ['limits', limit])]).toString();
}
