import type { Kysely } from 'kysely';
import type { Logger } from 'pino';
import type { Wording } from '#lib/module/checks/wording.ts';
import type { SignedIn } from '#lib/server/accounts/signed-in.ts';
import type { Schema } from '#lib/server/database/schema.ts';
import type { Settings } from '#lib/server/settings.ts';

declare global {
	namespace App {
		interface Locals {
			db: Kysely<Schema>;
			settings: Settings;
			log: Logger;
			/** The trust's list of what to say instead of what, as it was at start. */
			wording?: Wording;
			now: Date;
			/** Whoever is signed in. Every route but the open ones has somebody. */
			person?: SignedIn;
			sessionId?: string;
			/** Whether what is sent stands on a page of somebody else's. */
			anothers?: boolean;
		}
		interface Error {
			message: string;
			/** Names the entry in the log. */
			reference?: string;
		}
	}
}
