import type { Row } from '../database/schema.ts';

/** What somebody may do here, beyond their own training. It does not say what they are. */
export type Permission = Row<'permission'>['name'];

/**
 * Whether `person` has `permission`. None includes another: an administrator
 * does not see the sensitive lists.
 */
export function may(person: { permissions: readonly Permission[] }, permission: Permission): boolean {
	return person.permissions.includes(permission);
}
