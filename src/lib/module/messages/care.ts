import type { Message } from './message.ts';

/** Hard subjects, and what nobody should be asked. */
export const CARE = {} as const satisfies Record<string, Message>;
