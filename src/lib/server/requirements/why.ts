import type { Requirement } from './due.ts';

/**
 * Why something is asked for, as a sentence: "All staff do this within 30 days of starting."
 *
 * @param asked the module that is to be done, or was
 * @param audience what the requirement's audience is called
 * @param titleOf what a module is called
 */
export function why(requirement: Requirement, asked: string, audience: string, titleOf: (module: string) => string): string {
	const { module, withinDays, renewMonths } = requirement;
	const instead = requirement.insteadGone ? undefined : requirement.instead;
	const again = renewMonths === 1 ? 'every month' : `every ${renewMonths} months`;
	if (asked === instead) return `${audience} do this ${again} after they have done "${titleOf(module)}".`;
	const first = withinDays === 0 ? 'before they start' : `within ${withinDays} ${withinDays === 1 ? 'day' : 'days'} of starting`;
	if (renewMonths === undefined) return `${audience} do this ${first}.`;
	if (instead === undefined) return `${audience} do this ${first}, and again ${again}.`;
	return `${audience} do this ${first}, and then "${titleOf(instead)}" ${again}.`;
}
