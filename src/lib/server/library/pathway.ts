import type { Kysely } from 'kysely';
import { isSensitive } from '#lib/module/audiences.ts';
import type { Guide } from '#lib/module/guide.ts';
import type { Module, Stage } from '#lib/module/module.ts';
import type { Schema } from '../database/schema.ts';
import { currentGuides } from './guides.ts';
import { currentVersions } from './versions.ts';

/** The stages of work in a peer role, in order. What a module calls induction belongs to the first months. */
const PATHWAY_STAGES = ['before-role', 'first-3-months', 'ongoing', 'experienced'] as const satisfies Stage[];
export type PathwayStage = (typeof PATHWAY_STAGES)[number];

/** A module on the pathway, and the sessions that go with it. */
export interface Step extends Pick<Module, 'slug' | 'title' | 'summary' | 'minutes' | 'lang' | 'dir'> {
	sessions: Pick<Guide, 'slug' | 'title' | 'minutes' | 'lang' | 'dir'>[];
}

/**
 * The modules for peer workers by stage, the shortest first, from what is
 * published and from nothing else: it says nothing of anybody, and is the same
 * for everybody.
 */
export async function pathway(db: Kysely<Schema>): Promise<{ stage: PathwayStage; steps: Step[] }[]> {
	const [versions, guides] = await Promise.all([currentVersions(db), currentGuides(db)]);
	const modules = versions.map(({ module }) => module).filter(({ audience }) => isSensitive(audience));
	const sessions = guides.map(({ guide }) => guide).filter(({ kind }) => kind === 'session');
	return PATHWAY_STAGES.map((stage) => ({
		stage,
		steps: modules
			.filter((module) => stageOf(module) === stage)
			.sort((one, other) => one.minutes - other.minutes)
			.map(({ slug, title, summary, minutes, lang, dir }) => ({
				...{ slug, title, summary, minutes, lang, dir },
				sessions: sessions.filter(({ module }) => module === slug).map(({ slug, title, minutes, lang, dir }) => ({ slug, title, minutes, lang, dir }))
			}))
	}));
}

function stageOf({ stage }: Module): PathwayStage {
	return stage === 'induction' ? 'first-3-months' : stage;
}
