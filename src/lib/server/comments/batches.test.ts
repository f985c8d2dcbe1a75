import { describe, expect, test } from 'vitest';
import { trialDatabase } from '../database/trial.ts';
import { newToken } from '../tokens.ts';
import { changesBecauseOf, deleteComment, findBatch, listBatches, settleBatch } from './batches.ts';
import { giveComment } from './give.ts';

const day = (date: string) => new Date(`${date}T12:00:00.000Z`);

async function withBatches(...dates: string[]) {
	const db = await trialDatabase();
	for (const date of dates) {
		for (const personId of ['a', 'b', 'c', 'd', 'e']) {
			await giveComment(db, { module: 'boundaries', personId, reads: false, token: newToken() }, { hard: `hard ${date}`, change: '' }, day(date));
		}
	}
	return db;
}

describe('batches', () => {
	test('stand with the newest first, and those of one module by themselves', async () => {
		const db = await withBatches('2026-01-05', '2026-03-01', '2026-02-01');
		expect((await listBatches(db)).map(({ releasedOn }) => releasedOn)).toEqual(['2026-03-01', '2026-02-01', '2026-01-05']);
		expect(await listBatches(db, 'triggers')).toEqual([]);
	});

	test('can be dealt with, and not after all', async () => {
		const db = await withBatches('2026-01-05');
		const { id } = (await listBatches(db))[0]!;
		await settleBatch(db, id, 'Page 2 is shorter.', day('2026-01-09'));
		expect(await findBatch(db, id)).toMatchObject({ settledOn: '2026-01-09', note: 'Page 2 is shorter.' });
		expect(await changesBecauseOf(db, 'boundaries')).toEqual([{ on: '2026-01-09', note: 'Page 2 is shorter.' }]);
		await settleBatch(db, id, undefined, day('2026-01-10'));
		const again = await findBatch(db, id);
		expect([again?.settledOn, again?.note]).toEqual([undefined, '']);
		expect(await changesBecauseOf(db, 'boundaries')).toEqual([]);
	});

	test('dealt with without a note have changed nothing to tell', async () => {
		const db = await withBatches('2026-01-05');
		await settleBatch(db, (await listBatches(db))[0]!.id, '', day('2026-01-09'));
		expect(await changesBecauseOf(db, 'boundaries')).toEqual([]);
	});

	test('lose a comment that is deleted, and no other batch does', async () => {
		const db = await withBatches('2026-01-05', '2026-02-01');
		const [newer, older] = await listBatches(db);
		await deleteComment(db, newer!.id, older!.comments[0]!.id);
		await deleteComment(db, newer!.id, newer!.comments[0]!.id);
		expect((await listBatches(db)).map(({ comments }) => comments.length)).toEqual([4, 5]);
	});
});

test('a comment that still waits is in no batch and cannot be deleted by its id', async () => {
	const db = await trialDatabase();
	await giveComment(db, { module: 'boundaries', personId: 'a', reads: false, token: newToken() }, { hard: '', change: 'waits' }, day('2026-01-05'));
	const { id } = await db.selectFrom('comment').select('id').executeTakeFirstOrThrow();
	await deleteComment(db, '', id);
	expect(await db.selectFrom('comment').select('id').execute()).toHaveLength(1);
	expect(await findBatch(db, id)).toBeUndefined();
});
