import { sql, type Kysely } from 'kysely';
import { describe, expect, test } from 'vitest';
import type { Schema } from '../database/schema.ts';
import { trialDatabase } from '../database/trial.ts';
import { asJson } from './download.ts';
import { myRecord } from './my-record.ts';
import { ABOUT_NOBODY, RECORD_ITEMS, WITHHELD } from './record-items.ts';
import { NOW, trialRecord } from './trial.ts';

/** What a column is called that holds a person without a reference to one. */
const LIKE_A_PERSON = /(^|_)(person|people|user|username|email|manager|member|holder|reader|author|writer|subject|address|account|by|who)(_|$)/;

interface Column {
	table: string;
	name: string;
	/** The table that it refers to. */
	refersTo: string | null;
}

async function columns(db: Kysely<Schema>): Promise<Column[]> {
	const { rows } = await sql<Column>`
		SELECT t.name AS "table", c.name AS name, f."table" AS refersTo
		FROM sqlite_schema AS t JOIN pragma_table_info(t.name) AS c
		LEFT JOIN pragma_foreign_key_list(t.name) AS f ON f."from" = c.name
		WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite_%' AND t.name NOT LIKE 'kysely_%'`.execute(db);
	return rows;
}

/** The tables with rows of people's own: those that refer to a person, and those that refer to such a row. */
function personal(all: Column[]): Set<string> {
	// Of a team, the column that names its manager is about a person, and no other.
	const found = new Set(['person']);
	for (let before = 0; before < found.size; ) {
		before = found.size;
		for (const { table, refersTo } of all) if (refersTo && found.has(refersTo) && table !== 'team') found.add(table);
	}
	return found;
}

const covered = RECORD_ITEMS.flatMap(({ covers }) => covers);

describe('the list of what is stored about people', () => {
	test('has every column of every table that is about a person, or names it with a reason', async () => {
		const all = await columns(await trialDatabase());
		const own = personal(all);
		const about = all.filter(({ name, refersTo }) => (refersTo !== null && own.has(refersTo)) || LIKE_A_PERSON.test(name)).map(({ table, name }) => `${table}.${name}`);
		const missing = about.filter((column) => !covered.includes(column) && !Object.hasOwn(ABOUT_NOBODY, column));
		expect(missing, 'Add an item to src/lib/server/my-record/items that reads these, or name them in ABOUT_NOBODY with a reason').toEqual([]);
	});

	test('names no column that is not there', async () => {
		const there = (await columns(await trialDatabase())).map(({ table, name }) => `${table}.${name}`);
		const named = [...covered, ...Object.keys(ABOUT_NOBODY), ...Object.keys(WITHHELD)];
		expect(named.filter((column) => !there.includes(column))).toEqual([]);
	});

	test('says of each what it is for, who can see it and how long it is kept', () => {
		for (const { id, title, purpose, seenBy, kept } of RECORD_ITEMS) {
			for (const text of [purpose, seenBy, kept]) expect(text, id).toMatch(/^[A-Z].*\.$/);
			expect(title, id).not.toMatch(/\.$/);
		}
		expect(new Set(RECORD_ITEMS.map(({ id }) => id)).size).toBe(RECORD_ITEMS.length);
	});
});

describe('a record', () => {
	/** Values that stand in the record in other words. */
	const IN_WORDS: Record<string, string> = {
		'person.state': 'You can sign in',
		'person.team_id': 'The team',
		'name_change.id': 'Earlier Name',
		'permission.name': 'Write modules',
		'team.id': 'The team',
		'team.directorate_id': 'The team',
		'team.manager_id': 'The team',
		'attempt.state': 'Pages done',
		'attempt.id': 'Last saved',
		'attempt.module': 'Trial of module',
		'completion.id': 'Put right by entry number',
		'completion.corrects': 'Puts right entry number',
		'completion.attempt_id': 'Trial of module',
		'completion.module': 'Trial of module',
		'completion.source': 'Recorded here from evidence',
		'certificate_link.shows_sensitive': 'You agreed that it may show',
		'exemption.requirement': 'Trial of module',
		'peer_role_holder.role': 'peer trainer',
		'sign_off.role': 'peer trainer',
		'sign_off.id': 'peer trainer',
		'sign_off_withdrawal.sign_off': 'Withdrawn',
		'coproduction_record.roles': 'peer trainer',
		'coproduction_record.paid': 'Everybody was paid',
		'local_detail_change.id': 'local-text-before',
		'local_detail_change.how': 'Saved',
		'package.module': 'Trial of module',
		'package_build.id': 'What came of it',
		'package_build.run': 'What came of it',
		'package_build.module': 'Trial of module',
		'package_build.state': 'Not made',
		'session.expires_at': 'Runs out',
		'sign_in_failure.id': 'failed',
		'audit_entry.id': 'audit-action'
	};

	test('has every value that is stored about somebody, but what is held back', async () => {
		const { db, personId } = await trialRecord();
		const json = asJson(await myRecord(db, personId, NOW));
		const texts = JSON.stringify(JSON.parse(json));
		const missing: string[] = [];
		for (const column of covered) {
			const [table, name] = column.split('.') as [string, string];
			const referred = (await columns(db)).find((one) => one.table === table && one.name === name)?.refersTo;
			// A row of somebody's own row is theirs too; those are found by the tables that refer to the person.
			const isOwn = referred === 'person' || column === 'person.id';
			if (!isOwn) continue;
			const { rows } = await sql<Record<string, unknown>>`SELECT * FROM ${sql.table(table)} WHERE ${sql.ref(name)} = ${personId}`.execute(db);
			expect(rows.length, `Give the trial a row of ${table} whose ${name} is the person`).toBeGreaterThan(0);
			for (const [field, value] of rows.flatMap((row) => Object.entries(row))) {
				const place = `${table}.${field}`;
				if (value === null || value === personId || Object.hasOwn(WITHHELD, place) || Object.hasOwn(ABOUT_NOBODY, place)) continue;
				const wanted = IN_WORDS[place] ?? String(value);
				if (!texts.includes(JSON.stringify(wanted).slice(1, -1))) missing.push(`${place}: ${wanted}`);
			}
		}
		expect([...new Set(missing)]).toEqual([]);
	});

	test('has nothing that is held back', async () => {
		const { db, personId } = await trialRecord();
		const json = asJson(await myRecord(db, personId, NOW));
		for (const column of Object.keys(WITHHELD)) {
			const [table, name] = column.split('.') as [string, string];
			const { rows } = await sql<{ value: unknown }>`SELECT ${sql.ref(name)} AS value FROM ${sql.table(table)} WHERE ${sql.ref(name)} IS NOT NULL`.execute(db);
			expect(rows.length, column).toBeGreaterThan(0);
			for (const { value } of rows) expect(json, column).not.toContain(String(value));
		}
	});

	test('has nothing of anybody else, whatever is stored about them', async () => {
		const { db, others } = await trialRecord();
		const json = asJson(await myRecord(db, 'somebody-else', NOW));
		for (const word of others) expect(json).not.toContain(word);
	});

	test('is empty, and says so, for somebody of whom nothing is stored but who they are, except where it never says', async () => {
		const { db } = await trialRecord();
		const { groups } = await myRecord(db, 'somebody-else', NOW);
		expect(groups.filter(({ entries }) => entries.length > 0).map(({ id }) => id)).toEqual(['details', 'comments-waiting']);
	});
});
