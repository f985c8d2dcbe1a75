import type { Values } from './judge.ts';

/** Types of interactions that have no more than one correct answer (RTE 4.2.9.1). */
const ONE_ANSWER = ['true-false', 'likert', 'numeric', 'other'];

/** What is wrong with setting `element` while the rest is as it is, or undefined. */
export function conflict(element: string, value: string, values: Values): string | undefined {
	const [, list, item] = /^(.+)\.(\d+)\.(?:id|pattern)$/.exec(element) ?? [];
	if (!list || !item) return undefined;
	if (list === 'cmi.objectives' && values.has(element) && values.get(element) !== value) return 'The id of an objective cannot be changed.';
	if (list.endsWith('objectives')) return isElsewhere(element, value, list, values) ? 'Another objective has this id already.' : undefined;
	if (!list.endsWith('correct_responses')) return undefined;
	const type = values.get(list.replace(/correct_responses$/, 'type'))!;
	if (ONE_ANSWER.includes(type) && Number(item) > 0) return `An interaction of the type ${type} has one correct answer.`;
	return ['choice', 'sequencing'].includes(type) && isElsewhere(element, value, list, values) ? 'Another correct answer is the same.' : undefined;
}

/** Whether another item of `list` has `value` in the place of `element`. */
function isElsewhere(element: string, value: string, list: string, values: Values): boolean {
	const last = element.slice(element.lastIndexOf('.'));
	return [...values].some(([name, held]) => name !== element && held === value && name.startsWith(`${list}.`) && /^\d+$/.test(name.slice(list.length + 1, -last.length)) && name.endsWith(last));
}
