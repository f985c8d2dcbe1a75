import type { Kysely } from 'kysely';
import { localDetails } from '#lib/module/module.ts';
import type { Schema } from '../database/schema.ts';
import type { Version } from '../library/versions.ts';
import { coproductionOf } from './coproduction.ts';
import { agreement } from './state.ts';

/** Whether a version was signed off at a moment, whatever has become of it since. */
export async function wasSignedOff(db: Kysely<Schema>, version: Version, at: Date): Promise<boolean> {
	const [signOffs, records] = await Promise.all([signOffsStanding(db, version.hash, at), coproductionOf(db, version.hash)]);
	const record = records.find(({ writtenAt }) => writtenAt <= at);
	const counting = signOffs.filter((signOff) => signOff.record === record?.id);
	return agreement(counting) !== undefined && (await detailsFilled(db, version, at));
}

/** The sign-offs that were given by then and not withdrawn by then. */
async function signOffsStanding(db: Kysely<Schema>, version: string, at: Date) {
	const rows = await db
		.selectFrom('sign_off')
		.leftJoin('sign_off_withdrawal', 'sign_off_withdrawal.sign_off', 'sign_off.id')
		.selectAll('sign_off')
		.where('sign_off.version', '=', version)
		.where('sign_off.at', '<=', at.toISOString())
		.where(({ or, eb }) => or([eb('sign_off_withdrawal.at', 'is', null), eb('sign_off_withdrawal.at', '>', at.toISOString())]))
		.orderBy('sign_off.id')
		.execute();
	return rows.map(({ id, person_id, role, record, at }) => ({ id, person: person_id, role, record, at: new Date(at) }));
}

/** Whether every local detail that a version names had a text: the one before the first change since, or the one that it still has. */
async function detailsFilled(db: Kysely<Schema>, version: Version, at: Date): Promise<boolean> {
	const names = localDetails(version.module).map(({ name }) => name);
	if (names.length === 0) return true;
	const [details, changes] = await Promise.all([
		db.selectFrom('local_detail').select(['name', 'text']).where('name', 'in', names).execute(),
		db.selectFrom('local_detail_change').select(['name', 'text_before']).where('name', 'in', names).where('at', '>', at.toISOString()).orderBy('id').execute()
	]);
	return names.every((name) => {
		const text = changes.find((change) => change.name === name)?.text_before ?? details.find((detail) => detail.name === name)?.text;
		return text !== undefined && text !== '';
	});
}
