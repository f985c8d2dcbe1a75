import type { Kysely } from 'kysely';
import type { Stage } from '#lib/module/module.ts';
import type { Schema } from '../database/schema.ts';
import { currentVersions } from '../library/versions.ts';
import { completionsOf } from '../records/completions.ts';

/** A module on somebody's own page. */
export interface TrainingItem {
	slug: string;
	title: string;
	summary: string;
	minutes: number;
	status: 'not-started' | 'in-progress' | 'completed';
	completedAt?: Date;
}

export interface MyTraining {
	/** For an audience that the person is in. */
	asked: TrainingItem[];
	/** Everything else: every module is open to everyone. */
	open: TrainingItem[];
}

const ORDER: readonly Stage[] = ['before-role', 'induction', 'first-3-months', 'ongoing', 'experienced'];

/** The modules as they stand for one person. */
export async function myTraining(db: Kysely<Schema>, personId: string): Promise<MyTraining> {
	const [versions, audiences, attempts, completions] = await Promise.all([
		currentVersions(db),
		db.selectFrom('audience_member').select('audience').where('person_id', '=', personId).execute(),
		db.selectFrom('attempt').select('module').where('person_id', '=', personId).where('ended_at', 'is', null).execute(),
		completionsOf(db, personId)
	]);
	// As a person meets them: what comes before the role first and what comes with the years last, the shortest first.
	const inOrder = versions.toSorted((a, b) => ORDER.indexOf(a.module.stage) - ORDER.indexOf(b.module.stage) || a.module.minutes - b.module.minutes);
	const items = inOrder.map(({ module }) => {
		const { slug, title, summary, minutes } = module;
		const completedAt = completions.find((completion) => completion.module === slug)?.completedAt;
		const underWay = attempts.some((attempt) => attempt.module === slug);
		const status = underWay ? 'in-progress' : completedAt ? 'completed' : 'not-started';
		const asked = audiences.some(({ audience }) => audience === module.audience);
		return { asked, item: { slug, title, summary, minutes, status, ...(completedAt ? { completedAt } : {}) } as TrainingItem };
	});
	return { asked: items.filter(({ asked }) => asked).map(({ item }) => item), open: items.filter(({ asked }) => !asked).map(({ item }) => item) };
}
