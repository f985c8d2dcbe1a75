import { ACCESS } from './messages/access.ts';
import { CARE } from './messages/care.ts';
import { KINDNESS } from './messages/kindness.ts';
import { LIMITS } from './messages/limits.ts';
import { STRUCTURE } from './messages/structure.ts';

/** Every message that an author can get, by what it is about. */
export const GROUPS = { structure: STRUCTURE, access: ACCESS, kindness: KINDNESS, care: CARE, limits: LIMITS } as const;
export type Group = keyof typeof GROUPS;

/** Every message, by its code. */
export const MESSAGES = { ...STRUCTURE, ...ACCESS, ...KINDNESS, ...CARE, ...LIMITS } as const;
export type Code = keyof typeof MESSAGES;
